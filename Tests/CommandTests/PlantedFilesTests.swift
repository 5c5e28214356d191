import Foundation
import TestSupport
import Testing

@Suite("Files with planted values")
struct PlantedFilesTests {
  /// What the sample is made and read with; the programs of a whole run are not needed.
  static let hasReaders = Python.has("html5lib", "docx")

  @Test(
    "of what other writers planted in a sample, all is found and nothing survives",
    .enabled(if: PlantedFilesTests.hasReaders, Python.installation))
  func sample() throws {
    let script = Command.root.appendingPathComponent("Tests/PlantedFiles/run.py").path
    let formats = ["text", "markdown", "html", "docx", "zip"]
    let outcome = try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [
        "python3", "-B", script, "--expunge", Command.program("expunge").path,
        "--sample", "50", "--seed", "1",
      ] + formats.flatMap { ["--format", $0] })
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")

    // The last line of the table counts the files.
    let total = outcome.text.split(separator: "\n").first { $0.hasPrefix("all ") }
    let columns = (total ?? "").split(separator: " ")
    let files = try #require(columns.dropFirst().first.flatMap { Int($0) }, "\(outcome.text)")
    #expect(files >= 50)
  }
}
