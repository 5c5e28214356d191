import Foundation
import TestSupport
import Testing

@Suite("expunge inspect")
struct InspectTests {
  private static let page = """
    <!doctype html><html lang="en"><title>A decision</title>
    <!-- ask Mrs Quonberry --><meta name="author" content="Ysolde Quonberry">
    <p>Mrs X complained. <a href="https://example.org/quonberry">More</a></p>
    <p style="display:none">Hidden from Mrs Quonberry</p>
    <a href="/one">one</a><img src="/a.png" alt="Mrs Quonberry's house">
    """

  @Test("the layers of a page, in counts and without a value")
  func page() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.page, to: "page.html")
    let outcome = try Command.expunge(["inspect", "page.html"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(!outcome.text.lowercased().contains("quonberry"))
    let difference = Golden.difference(outcome.text, "inspect.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "the JSON follows its schema", .enabled(if: Python.hasJSONSchema, "jsonschema is missing"))
  func json() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.page, to: "in/page.html")
    try files.write("# A decision\n\nMrs X complained.\n", to: "in/text.md")
    try files.write(Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]), to: "in/Quonberry.pdf")
    let outcome = try Command.expunge(["inspect", "--json", "in"], in: files.folder)
    #expect(outcome.status == 3)
    #expect(!outcome.text.lowercased().contains("quonberry"))
    #expect(try Python.validate(outcome.text, against: "inspect-1.schema.json") == "valid")
    #expect(outcome.text.contains(#""format":"markdown""#))
    #expect(outcome.text.contains(#""incomplete":1"#))
  }

  @Test("standard input, what is missing, and what cannot be read")
  func inputs() throws {
    let outcome = try Command.expunge(
      ["inspect", "-", "--stdin-name", "the letter"], input: Data("One two three.\n".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("the letter"))
    #expect(outcome.text.contains(/body +shown +1 part +15 characters, 3 words/))
    let files = try Command.Scratch()
    defer { files.remove() }
    #expect(try Command.expunge(["inspect", "none.txt"], in: files.folder).status == 2)
    #expect(try Command.expunge(["inspect"], in: files.folder).status == 2)
    try files.write(Data([0x50, 0x4B, 0x03, 0x04, 0x00]), to: "letter.docx")
    let damaged = try Command.expunge(["inspect", "letter.docx"], in: files.folder)
    #expect(damaged.status == 3)
    #expect(damaged.text.contains("NOT READ"))
  }
}
