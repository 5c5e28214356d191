import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Foundation
import TestSupport
import Testing

@Suite("JSON report")
struct JSONReporterTests {
  @Test("masked")
  func masked() throws {
    let text = try Fixtures.json(Fixtures.everything)
    #expect(Golden.difference(text, "audit.json") == nil)
  }

  @Test("revealed")
  func revealed() throws {
    let text = try Fixtures.json(Fixtures.everything, reveal: Reveal())
    #expect(Golden.difference(text, "audit-revealed.json") == nil)
  }

  @Test("no documents")
  func empty() throws {
    let text = try Fixtures.json([])
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((parsed["documents"] as? [Any])?.isEmpty == true)
    #expect(text.contains("\"documents\":[],\n"))
  }

  @Test("nothing unsafe stands in it unescaped")
  func hostile() throws {
    let text = try Fixtures.json([Fixtures.hostile], reveal: Reveal())
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(!scalar.isUnsafeToShow)
    }
  }

  @Test("each finding begins a line")
  func lines() throws {
    let text = try Fixtures.json([Fixtures.draft])
    let lines = text.split(separator: "\n").count { $0.hasPrefix("{\"id\":\"0000") }
    #expect(lines == Fixtures.draft.findings.count)
  }

  @Test("many findings in one long line take linear time")
  func longLine() throws {
    var page = DocumentBuilder("long.txt")
    page.add("body", [(.paragraph, nil, String(repeating: "é Thornbury ", count: 20_000))])
    for index in 0..<10_000 {
      let start = 3 + index * 26
      page.find(.person, at: Location(part: 0, range: ByteRange(start, start + 9)))
    }
    let audit = page.audit()
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure {
      count = try Fixtures.json([audit]).utf8.count
    }
    #expect(count > 1_000_000)
    #expect(time < .seconds(10))
  }

  /// A consumer that shares no code with the writer: Python's JSON, its schema, its own counting.
  @Test(
    "an independent reader agrees with the schema and with every offset",
    .enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func independent() throws {
    let audits = Fixtures.everything
    let scratch = try Command.Scratch()
    defer { scratch.remove() }
    let folder = scratch.folder
    let texts = audits.map { audit in
      (audit.document?.parts ?? []).reduce(into: [String: String]()) {
        $0[$1.name] = String(decoding: $1.text, as: UTF8.self)
      }
    }
    try JSONSerialization.data(withJSONObject: texts).write(
      to: folder.appendingPathComponent("texts.json"))
    try Data(Fixtures.json(audits).utf8).write(to: folder.appendingPathComponent("masked.json"))
    try Data(Fixtures.json(audits, reveal: Reveal()).utf8).write(
      to: folder.appendingPathComponent("revealed.json"))
    try Data(Fixtures.json([]).utf8).write(to: folder.appendingPathComponent("empty.json"))
    let schema = Command.root.appendingPathComponent("Reports/Schemas/audit-1.schema.json")
    let answer = try Python.run(Self.checker, [schema.path, folder.path])
    #expect(answer.status == 0, "\(answer.text)\(answer.errorText)")
    #expect(answer.text.contains("checked 25 findings"), "\(answer.text)\(answer.errorText)")
  }

  private static let checker = """
    import json, re, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    load = lambda name: json.load(open(sys.argv[2] + "/" + name, encoding="utf-8"))
    for name in ("masked.json", "revealed.json", "empty.json"):
        for error in validator.iter_errors(load(name)):
            sys.exit(name + ": " + error.json_path + ": " + error.message)
    count = 0
    for texts, document in zip(load("texts.json"), load("revealed.json")["documents"]):
        for finding in document["findings"]:
            count += 1
            for place in [finding["location"]] + [r["location"] for r in finding["related"]]:
                if place is None: continue
                text = texts[place["part"]]
                cut = lambda whole, unit: whole[place[unit]["start"] * 1:place[unit]["end"]]
                value = cut(text.encode("utf-8"), "utf8").decode("utf-8")
                assert cut(text, "codePoints") == value
                wide = text.encode("utf-16-le")
                start, end = place["utf16"]["start"] * 2, place["utf16"]["end"] * 2
                assert wide[start:end].decode("utf-16-le") == value
                before = re.split("\\r\\n|\\n|\\r", text[:place["codePoints"]["start"]])
                assert (place["line"], place["column"]) == (len(before), len(before[-1]) + 1)
            if finding["location"]:
                assert finding["text"] == value or finding["related"]
    print("checked", count, "findings")
    """
}
