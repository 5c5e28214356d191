import BenchmarkSupport
import Foundation
import TestSupport

/// What a Word file costs: one of thirty pages, scanned, and redacted with its proof, beside
/// python-docx reading the same file; and a thousand small ones.
struct DocumentMeasure {
  let setting: Setting
  /// An interpreter that has python-docx.
  let python: String

  /// Words of thirty pages at 450 each.
  private static let wordsOfThirtyPages = 13_500
  private static let smallDocuments = 1_000

  func measure() throws -> [Measurement] {
    let paragraphs = try corpusParagraphs()
    let long = setting.file("thirty-pages.docx")
    try Files.write(
      WordFile(take(Self.wordsOfThirtyPages, of: paragraphs).joined(separator: "\n")).file, to: long
    )
    let copy = setting.file("copy")
    let redact =
      "rm -rf '\(copy)'; exec '\(setting.expunge)' redact --quiet '\(long)' --output '\(copy)'"
    let read = "import docx, sys; [p.text for p in docx.Document(sys.argv[1]).paragraphs]"
    let runs = try setting.interleave([
      setting.scan([long]), ["/bin/sh", "-c", redact], [python, "-c", read, long],
    ])
    let other = runs[2].contains { $0.status != 0 } ? nil : runs[2].medianSeconds * 1000
    let beside = other.map { "python-docx reads it in \(Figures.text($0)) ms" } ?? "no python-docx"
    let small = setting.scratch.appendingPathComponent("small")
    try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
    for number in 0..<Self.smallDocuments {
      let start = number * 7 % max(paragraphs.count - 8, 1)
      let some = Array(paragraphs[start..<min(start + 8, paragraphs.count)])
      try Files.write(
        WordFile(some.joined(separator: "\n")).file,
        to: small.appendingPathComponent("\(number).docx").path)
    }
    let many = try setting.interleave([setting.scan([small.path])], rounds: 3)
    let group = "Word files"
    return [
      Measurement(
        group: group, name: "scan of 30 pages", value: runs[0].medianSeconds * 1000, unit: "ms",
        target: .atMost(100), note: beside),
      Measurement(
        group: group, name: "redaction of 30 pages, proved",
        value: runs[1].medianSeconds * 1000, unit: "ms", target: .atMost(500),
        note: runs[1].allSatisfy { $0.status == 0 } ? nil : "not every copy was proved"),
      Measurement(
        group: group, name: "1,000 small files, each",
        value: many[0].medianSeconds * 1000 / Double(Self.smallDocuments), unit: "ms",
        target: .atMost(10)),
    ]
  }

  /// The corpus's paragraphs up to some hundred kilobytes.
  private func corpusParagraphs() throws -> [String] {
    try setting.files(upTo: 400_000).paths.flatMap { path in
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }.filter { !$0.isEmpty }
  }

  private func take(_ words: Int, of paragraphs: [String]) -> [String] {
    var taken: [String] = []
    var count = 0
    for paragraph in paragraphs {
      guard count < words else { break }
      taken.append(paragraph)
      count += paragraph.split(separator: " ").count
    }
    return taken
  }
}
