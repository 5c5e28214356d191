import Foundation
import TestSupport
import Testing

/// A Word file with everything that its pages do not show, through the real program.
@Suite("layers of a Word file")
struct FileLayerTests {
  private static let person = "Ysolde Ulverquist"

  private static var letter: Data {
    var word = WordFile("Mrs X complained about the Council.\nWe found no fault.")
    word.paragraphs.append(
      WordFile.run("It ") + WordFile.deletion("never ", by: person) + WordFile.run("answered."))
    word.comments = [(person, "Is this right?")]
    word.author = person
    word.others = [("word/media/image1.png", "the logo")]
    return Data(word.file)
  }

  private func settings(_ hash: String, until: String = "") -> String {
    """
    acknowledged:
      - {sha256: \(hash), reason: the letterhead's logo, approver: Head of Casework\(until)}

    """
  }

  /// The hash that `inspect` prints for the picture, to be copied into the settings.
  private func hash(_ files: Command.Scratch) throws -> String {
    let outcome = try Command.expunge(["inspect", "letter.docx"], in: files.folder)
    #expect(outcome.status == 3, "\(outcome.errorText)")
    #expect(!outcome.text.contains("Ulverquist"))
    #expect(outcome.text.contains("tracked change"))
    #expect(outcome.text.contains("1 comment\n"))
    #expect(outcome.text.contains("REDACT TAKES OUT BY RULE"))
    return String(try #require(outcome.text.firstMatch(of: /sha256: ([0-9a-f]{64})/)).1)
  }

  @Test("tracked changes, comments and an author block until the copy has lost them")
  func redacted() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.letter, to: "letter.docx")
    try files.write(settings(hash(files)), to: ".expunge.yaml")
    let scan = try Command.expunge(["scan", "letter.docx", "--format", "json"], in: files.folder)
    #expect(scan.status == 1, "\(scan.text)")
    #expect(!scan.text.contains("Ulverquist"))
    for rule in ["tracked-changes", "comments", "author"] {
      #expect(scan.text.contains("\"publication/\(rule)\""), "\(rule)")
    }
    let redact = try Command.expunge(
      ["redact", "letter.docx", "--output", "out"], in: files.folder)
    #expect(redact.status == 0, "\(redact.text) \(redact.errorText)")
    let manifest = try String(
      contentsOf: files.url("out/expunge-redaction.json"), encoding: .utf8)
    #expect(manifest.contains("Head of Casework"))
    let again = try Command.expunge(["scan", "out/letter.docx"], in: files.folder)
    #expect(again.status == 0, "\(again.text)")
  }

  @Test("a picture that somebody accepted makes no file incomplete, up to its day")
  func accepted() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.letter, to: "letter.docx")
    let hash = try hash(files)
    #expect(try Command.expunge(["scan", "letter.docx"], in: files.folder).status == 3)
    try files.write(settings(hash, until: ", until: 2026-11-22"), to: ".expunge.yaml")
    func scan(_ day: String...) throws -> Command.Outcome {
      try Command.expunge(["scan", "letter.docx"] + day, in: files.folder)
    }
    let onTheDay = try scan("--at", "2026-11-22")
    #expect(onTheDay.status == 1)
    #expect(onTheDay.text.contains("ACCEPTED UNREAD"))
    let after = try scan("--at", "2026-11-23")
    #expect(after.status == 3)
    #expect(after.text.contains("expired on 2026-11-22"), "\(after.text)")
    #expect(try scan().status == 3)
  }
}
