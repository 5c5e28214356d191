import ExpungePacks
import ExpungeWorkflows
import Foundation
import TestSupport
import Testing

@Suite("Fitting confidences")
struct CalibrationTests {
  /// Lines in which one rule is always right and another never is.
  private static let gold: String = (0..<60).map { number in
    let name = "Pem" + String(UnicodeScalar(UInt8(97 + number % 26))) + "erton"
    let text = "Mrs \(name) rang on 1\(number % 9) May 2024."
    return """
      {"id": "d\(number)", "text": "\(text)", "spans": [{"start": 4, "end": \(4 + name.count), "label": "PERSON"}]}
      """
  }.joined(separator: "\n")

  private func run() throws -> CalibrationRun {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.gold, to: "gold.jsonl")
    var options = EngineOptions()
    options.only = [.rules]
    options.confidences = try PatternLibraries.catalogue(folder: nil).authoredConfidences
    return try CalibrationRun(
      gold: [files.url("gold.jsonl").path], engine: AuditEngine(options: options), jobs: 1)
  }

  @Test("a rule that is right goes up, one that is wrong goes down, within bounds")
  func directions() throws {
    let run = try run()
    #expect(run.documents == 60)
    let name = try #require(run.suggestions.first { $0.rule == "people/title-and-name" })
    #expect(name.confidence > name.was && name.confidence <= 97)
    #expect(name.trueFindings == name.findings)
    let date = try #require(run.suggestions.first { $0.rule == "dates/exact-date" })
    #expect(date.confidence < date.was && date.confidence >= 5)
    #expect(date.trueFindings == 0)
  }

  @Test("the error is that of documents the fit has not seen, and smaller")
  func errors() throws {
    for error in try run().errors {
      #expect(error.findings == 60)
      #expect(error.after < error.before)
      #expect(error.after < 0.1)
    }
  }

  @Test("what is written reads back as the pack format wants it, without a word of the texts")
  func written() throws {
    let report = CalibrationReport(try run())
    let yaml = report.yaml(source: "a test's own lines")
    #expect(yaml.contains("source: 'a test''s own lines'"))
    #expect(yaml.contains("{rule: people/title-and-name, was: "))
    #expect(!yaml.contains("Pem"))
    #expect(!report.text.contains("Pem"))
  }
}
