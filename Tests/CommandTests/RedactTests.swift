import Foundation
import TestSupport
import Testing

@Suite("expunge redact")
struct RedactTests {
  static let leak = "Mrs Pemberton rang on 01632 960 417. PEMBERTON's son waited.\n"

  @Test("a copy is written only when it is proved, never over the original")
  func copies() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let original = try files.write(Self.leak, to: "in/Pemberton_S_final.txt")
    let outcome = try Command.expunge(
      ["redact", files.url("in").path, "--output", files.url("out").path])
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    #expect(try String(contentsOf: original, encoding: .utf8) == Self.leak)
    let written = files.contents(of: "out")
    #expect(written.count == 2)
    for name in written {
      #expect(!name.localizedCaseInsensitiveContains("pemberton"))
      let text = try String(contentsOf: files.url("out/\(name)"), encoding: .utf8)
      #expect(!text.localizedCaseInsensitiveContains("pemberton"))
      #expect(!text.contains("960 417"))
    }
    let copy = try #require(written.first { $0.hasSuffix(".txt") })
    #expect(
      try String(contentsOf: files.url("out/\(copy)"), encoding: .utf8)
        == "Mrs [NAME 1] rang on [PHONE 1]. [NAME 1]'s son waited.\n")
    #expect(!outcome.text.contains("emberton"))

    // A second run into the same folder replaces nothing.
    let again = try Command.expunge(
      ["redact", files.url("in").path, "--output", files.url("out").path])
    #expect(again.status == 2)
    #expect(files.contents(of: "out") == written)

    // Redacting the copy changes nothing.
    let second = try Command.expunge(
      ["redact", files.url("out/\(copy)").path, "--output", files.url("twice").path])
    #expect(second.status == 0, "\(second.text)\(second.errorText)")
    #expect(
      try Data(contentsOf: files.url("twice/\(copy)"))
        == Data(
          contentsOf: files.url("out/\(copy)")))
  }

  @Test("a bar is as wide for every value, and redacting a masked copy changes nothing")
  func masked() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let texts = [
      "a.txt": (Self.leak, "Mrs █████ rang on █████. █████'s son waited.\n"),
      "b.md": ("# Mrs Vexholme\n\nMrs Vexholme's\n", "# Mrs █████\n\nMrs █████'s\n"),
      "c.html": (
        "<!doctype html><meta charset=windows-1252><p title=\"Mrs Vexholme\">Mrs Vexholme rang.",
        "<!doctype html><meta charset=windows-1252><p title=\"Mrs █████\">Mrs █████ rang."
      ),
    ]
    for (name, text) in texts { try files.write(text.0, to: "in/\(name)") }
    let outcome = try Command.expunge(
      ["redact", "in", "--style", "mask", "--output", "out"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    for (name, text) in texts {
      let copy = try String(contentsOf: files.url("out/\(name)"), encoding: .utf8)
        .replacing("&#9608;", with: "█")
      #expect(copy == text.1, "\(name)")
    }
    let manifest = try String(contentsOf: files.url("out/expunge-redaction.json"), encoding: .utf8)
    #expect(manifest.contains("\"style\": \"mask\""))
    let again = try Command.expunge(
      ["redact", "out/a.txt", "--style", "mask", "--output", "twice"], in: files.folder)
    #expect(again.status == 0, "\(again.text)")
    #expect(
      try Data(contentsOf: files.url("twice/a.txt")) == Data(contentsOf: files.url("out/a.txt")))
  }

  @Test("the output folder may not lie inside an input")
  func inside() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.leak, to: "in/a.txt")
    let outcome = try Command.expunge(
      ["redact", files.url("in").path, "--output", files.url("in/out").path])
    #expect(outcome.status == 2)
    #expect(files.contents(of: "in") == ["a.txt"])
  }

  @Test("what was not read has no copy, and the run says 3")
  func unread() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.leak, to: "in/a.txt")
    try files.write(Data([0xFF, 0xFE, 0xFD]), to: "in/b.txt")
    let outcome = try Command.expunge(
      ["redact", files.url("in").path, "--output", files.url("out").path])
    #expect(outcome.status == 3)
    #expect(files.contents(of: "out") == ["a.txt", "expunge-redaction.json"])
  }
}
