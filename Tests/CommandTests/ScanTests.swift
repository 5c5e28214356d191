import Foundation
import TestSupport
import Testing

@Suite("expunge scan")
struct ScanTests {
  static let draft = Command.root.appendingPathComponent("Reports/Samples/draft.txt").path

  @Test("the example draft is blocked, and its report is the recorded one")
  func example() throws {
    let outcome = try Command.expunge(
      ["scan", "Reports/Samples/draft.txt"], in: Command.root)
    #expect(outcome.status == 1)
    #expect(outcome.errorText.isEmpty)
    let difference = Golden.difference(outcome.text, "draft.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("JSON gives the offsets of what it found in every unit")
  func offsets() throws {
    let outcome = try Command.expunge(["scan", "--format", "json", Self.draft])
    #expect(outcome.status == 1)
    let text = try String(contentsOfFile: Self.draft, encoding: .utf8)
    let report = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(report["schema"] as? String == "expunge/audit/1")
    let documents = try #require(report["documents"] as? [[String: Any]])
    let findings = try #require(documents.first?["findings"] as? [[String: Any]])
    var found: Set<String> = []
    for finding in findings {
      let location = try #require(finding["location"] as? [String: Any])
      let utf8 = try Self.range(location["utf8"])
      let utf16 = try Self.range(location["utf16"])
      let points = try Self.range(location["codePoints"])
      let source = try Self.range(location["source"])
      #expect(utf8 == source)
      let bytes = String(decoding: Array(text.utf8)[utf8], as: UTF8.self)
      #expect(bytes == String(decoding: Array(text.utf16)[utf16], as: UTF16.self))
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: Array(text.unicodeScalars)[points])
      #expect(bytes == String(scalars))
      found.insert(bytes)
      #expect(finding["text"] as? String != bytes)
    }
    #expect(found.isSuperset(of: ["Pemberton", "943 476 5919", "01632 960 417", "BS99 7QX"]))
  }

  private static func range(_ value: Any?) throws -> Range<Int> {
    let object = try #require(value as? [String: Int])
    return try #require(object["start"])..<(try #require(object["end"]))
  }

  @Test("the report is the same, byte for byte, on any number of workers")
  func deterministic() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try String(contentsOfFile: Self.draft, encoding: .utf8)
    for number in 0..<40 {
      try files.write(
        String(repeating: draft, count: number % 3 + 1), to: "folder/\(number % 7)/\(number).txt")
    }
    let one = try Command.expunge(["scan", "--format", "json", "--jobs", "1", files.folder.path])
    let four = try Command.expunge(["scan", "--format", "json", "--jobs", "4", files.folder.path])
    #expect(one.status == 1)
    #expect(one.output == four.output)
  }

  @Test("a text from standard input")
  func standardInput() throws {
    let outcome = try Command.expunge(
      ["scan", "-", "--stdin-name", "letter"], input: Data("Mrs Pemberton rang.".utf8))
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("letter"))
    #expect(!outcome.text.contains("Pemberton"))
  }

  @Test("the verdict alone")
  func quiet() throws {
    let outcome = try Command.expunge(["scan", "--quiet", Self.draft])
    #expect(outcome.text.split(separator: "\n").count <= 2)
    #expect(outcome.text.hasPrefix("FAIL"))
  }

  @Test("values are shown only to the person who asks, never under CI nor into an open file")
  func reveal() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let shown = try Command.expunge(["scan", "--reveal", "-"], input: Data("Mrs Pemberton.".utf8))
    // Standard output is a file that others can read here.
    #expect(shown.status == 2)
    let refused = try Command.expunge(
      ["scan", "--reveal", Self.draft], environment: ["CI": "true"])
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("CI"))
    let gold = files.url("gold.jsonl")
    try Data(#"{"id": "1", "text": "Mrs Pemberton", "spans": []}"#.utf8).write(to: gold)
    let misses = try Command.expunge(
      ["evaluate", "--misses", "3", gold.path], environment: ["CI": "true"])
    #expect(misses.status == 2)
    #expect(misses.errorText.contains("--misses is refused under CI"))
    let piped = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "\"$0\" scan --reveal \"$1\" | cat", Command.program("expunge").path, Self.draft,
      ])
    #expect(piped.text.contains("Pemberton"))
  }

  @Test("a reader that goes away is no error: the verdict decides")
  func closedPipe() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try String(contentsOfFile: Self.draft, encoding: .utf8)
    for number in 0..<50 { try files.write(draft, to: "\(number).txt") }
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/bash"),
      [
        "-c",
        "set -o pipefail; \"$0\" scan --format json \"$1\" | head -c 10 >/dev/null; exit ${PIPESTATUS[0]}",
        Command.program("expunge").path, files.folder.path,
      ])
    #expect(outcome.status == 1)
    #expect(outcome.errorText.isEmpty)
  }
}
