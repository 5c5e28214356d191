import Foundation
import TestSupport
import Testing

/// The report for the one who signs, from the command line.
@Suite("expunge report")
struct ComplianceReportTests {
  private static let leak = "Category : Housing > Repairs\n\nMrs Quonberry rang 07700 900461.\n"
  private static let clean = "Category : Planning\n\nMrs X complained about the council.\n"

  private func folder() throws -> Command.Scratch {
    let files = try Command.Scratch()
    try files.write(Self.leak, to: "decisions/a.txt")
    try files.write(Self.clean, to: "decisions/b.txt")
    return files
  }

  private func run(
    _ arguments: [String], in files: Command.Scratch, at folder: String = ""
  ) throws -> Command.Outcome {
    try Command.expunge(
      ["report"] + arguments, in: folder.isEmpty ? files.folder : files.url(folder))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("what was found does not fail it, what was not read is said by its code")
  func codes() throws {
    let files = try folder()
    defer { files.remove() }
    let done = try run(["decisions"], in: files)
    #expect(done.status == 0, "\(done.errorText)")
    #expect(done.text.hasPrefix("# Compliance report"))
    #expect(done.text.contains("**FAIL:**"))
    #expect(!done.text.contains("Quonberry"))
    try files.write("%PDF-1.7", to: "decisions/Quonberry.pdf")
    let incomplete = try run(["decisions"], in: files)
    #expect(incomplete.status == 3)
    #expect(incomplete.text.contains("\\[file 1\\].pdf"), "\(incomplete.text)")
    #expect(!incomplete.text.contains("Quonberry"))
    #expect(try run(["nowhere"], in: files).status == 2)
  }

  @Test("its files are what standard output would have had")
  func files() throws {
    let files = try folder()
    defer { files.remove() }
    let formats = ["markdown", "html", "json", "csv"]
    let outcome = try run(
      ["decisions", "--format", "json"] + formats.flatMap { ["--report", "\($0)=out.\($0)"] },
      in: files)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    for format in formats {
      let alone = try run(["decisions", "--format", format], in: files)
      #expect(try Data(contentsOf: files.url("out.\(format)")) == alone.output, "\(format)")
    }
  }

  @Test(
    "the JSON is as its schema says",
    .enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func schema() throws {
    let files = try folder()
    defer { files.remove() }
    let outcome = try run(["decisions", "--format", "json"], in: files)
    #expect(try Python.validate(outcome.text, against: "report-1.schema.json") == "valid")
  }

  @Test("the same documents give the same bytes on any number of workers and in any folder")
  func deterministic() throws {
    let files = try folder()
    defer { files.remove() }
    for number in 0..<40 {
      try files.write(number % 3 == 0 ? Self.leak : Self.clean, to: "decisions/\(number).txt")
    }
    let one = try run(["decisions", "--format", "json", "--jobs", "1"], in: files)
    let four = try run(["decisions", "--format", "json", "--jobs", "4"], in: files)
    #expect(one.output == four.output)
    let elsewhere = try run([".", "--format", "json"], in: files, at: "decisions")
    #expect(try object(one.text)["run"] as? String == object(elsewhere.text)["run"] as? String)
    let dated = try run(
      ["decisions", "--format", "json", "--at", "2026-11-22"], in: files)
    #expect(try object(dated.text)["run"] as? String != object(one.text)["run"] as? String)
  }

  @Test("it is compared with a report of before, and shows a measurement of its own rules")
  func inputs() throws {
    let files = try folder()
    defer { files.remove() }
    let before = try run(["decisions", "--format", "json", "--at", "2026-10-01"], in: files)
    try files.write(before.output, to: "before.json")
    let gold = Command.root.appendingPathComponent("Tests/CommandTests/Fixtures/gold.jsonl").path
    let measured = try Command.expunge(["evaluate", "--json", gold])
    try files.write(measured.output, to: "measured.json")
    try files.write(Self.clean, to: "decisions/a.txt")
    let report = try run(
      [
        "decisions", "--format", "json", "--against", "before.json", "--measured",
        "measured.json", "--at", "2026-11-22",
      ], in: files)
    #expect(report.status == 0, "\(report.errorText)")
    let parsed = try object(report.text)
    let trend = try #require(parsed["trend"] as? [String: Any])
    #expect((trend["against"] as? [String: Any])?["at"] as? String == "2026-10-01")
    #expect(trend["caveats"] as? [String] == [])
    let rows = try #require(trend["rows"] as? [[String: Any]])
    let blocking = rows.first { $0["name"] as? String == "blocking" }
    #expect(blocking?["before"] as? Int == 2)
    #expect(blocking?["now"] as? Int == 0)
    let figures = try #require(parsed["measured"] as? [String: Any])
    #expect(figures["testSet"] as? String == "gold.jsonl")
    #expect(figures["asThisRun"] as? Bool == true)
    let other = try run(
      ["decisions", "--format", "json", "--measured", "measured.json", "--profile", "strict"],
      in: files)
    #expect(
      (try object(other.text)["measured"] as? [String: Any])?["asThisRun"] as? Bool == false)
  }

  @Test("a file that is no report or no measurement is refused, and nothing is written")
  func refused() throws {
    let files = try folder()
    defer { files.remove() }
    let before = try run(["decisions", "--format", "json"], in: files).text
    let broken = [
      "", "{}", "[]", "<<<<<<< HEAD\n\(before)",
      before.replacing("expunge/report/1", with: "expunge/report/2"),
      before.replacing(#""findings":1"#, with: #""findings":-1"#),
      before.replacing(#""version":"0"#, with: #""version":"Mrs Quonberry 0"#),
      before.replacing(#""class":"D01","title""#, with: #""class":"Mrs Quonberry","title""#),
      #"{"documents":1,"words":1,"direct_spans":1,"direct_recall":7}"#,
    ]
    for text in broken {
      try files.write(text, to: "given.json")
      for option in ["--against", "--measured"] {
        if option == "--measured", text.contains("expunge/report") { continue }
        if option == "--against", text.contains("direct_recall") { continue }
        let outcome = try run(
          ["decisions", option, "given.json", "--report", "html=out.html"], in: files)
        #expect(outcome.status == 2, "\(option) \(text.prefix(60))")
        #expect(outcome.errorText.contains("given.json"), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains("Quonberry"), "\(outcome.errorText)")
        #expect(outcome.text.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: files.url("out.html").path))
      }
    }
    #expect(try run(["decisions", "--against", "absent.json"], in: files).status == 2)
  }

  @Test("what the settings and the baseline say holds here, too")
  func policy() throws {
    let files = try folder()
    defer { files.remove() }
    try files.write(Self.leak, to: "decisions/archive/c.txt")
    try files.write("exclude: [decisions/archive]\nbaseline: known.json\n", to: ".expunge.yaml")
    let created = try Command.expunge(
      ["baseline", "create", "decisions", "--baseline", "known.json"], in: files.folder)
    #expect(created.status == 0, "\(created.errorText)")
    let parsed = try object(run(["decisions", "--format", "json"], in: files).text)
    let verdict = try #require(parsed["verdict"] as? [String: Any])
    #expect(verdict["word"] as? String == "pass")
    let counts = try #require(parsed["counts"] as? [String: Any])
    #expect(counts["documents"] as? Int == 2)
    #expect(counts["existing"] as? Int == 2)
    let excluded = try #require(parsed["excluded"] as? [[String: Any]])
    #expect(excluded.first?["files"] as? Int == 1)
  }

  @Test("a report that cannot be written is a sentence before anything is read")
  func unusable() throws {
    let files = try folder()
    defer { files.remove() }
    try files.write("kept", to: "kept.html")
    for (reports, words) in [
      (["html=decisions"], "its path is a folder"), (["html=kept.html"], "it exists already"),
      (["html=x", "json=./x"], "two reports go to one file"),
      (["sarif=x"], "there is no format"), (["html=none/x"], "no such file"),
    ] {
      let outcome = try run(["decisions"] + reports.flatMap { ["--report", $0] }, in: files)
      #expect(outcome.status == 2, "\(reports)")
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
      #expect(outcome.text.isEmpty)
    }
    #expect(try String(contentsOf: files.url("kept.html"), encoding: .utf8) == "kept")
  }
}
