import Foundation
import TestSupport
import Testing

@Suite("Layers of a page that nobody sees")
struct HiddenLayerTests {
  @Test("a value in a script that is data is replaced within its string")
  func dataScript() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let page = try files.write(
      """
      <!doctype html><title>Decision</title>
      <script type="application/ld+json">{"author": "Mrs Quonb\\u0065rry", "about": "a \\"b"}</script>
      <p>Mr X rang.
      """, to: "page.html")
    let scanned = try Command.expunge(["scan", page.path])
    #expect(scanned.status == 1, "\(scanned.text)")
    let redacted = try Command.expunge(
      ["redact", page.path, "--output", files.url("out").path])
    #expect(redacted.status == 0, "\(redacted.text)")
    let copy = try String(contentsOf: files.url("out/page.html"), encoding: .utf8)
    #expect(copy.contains(#"{"author": "Mrs [NAME 1]", "about": "a \"b"}"#), "\(copy)")
  }

  @Test(
    "a name that only programs see is found, and no copy keeps it",
    arguments: [
      ("<script>var name = 'Mrs Quonb\\u0065rry'</script>", "script 1"),
      ("<style>/* Mrs Quonberry */</style>", "style sheet 1"),
      ("<p onclick=\"tell('Mrs Quonberry')\">x", "markup"),
      ("<p id=quonberry-1>x</p><p>Mrs Quonberry rang.", "markup"),
      ("<p aria-label='Mrs Quonberry'>x", "attribute 1"),
      ("<script src='a.js?of=Mrs+Quonberry'></script>", "link 1"),
    ])
  func code(html: String, part: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let page = try files.write("<!doctype html><p>Mr X rang.</p>\(html)", to: "page.html")
    let scanned = try Command.expunge(["scan", "--format", "json", page.path])
    #expect(scanned.status == 1, "\(scanned.text)")
    #expect(scanned.text.contains("{\"part\":\"\(part)\""), "\(scanned.text)")
    let redacted = try Command.expunge(["redact", page.path, "--output", files.url("out").path])
    // In a script or a tag no replacement is safe; elsewhere the copy is written without the name.
    for name in files.contents(of: "out") where name.hasSuffix(".html") {
      #expect(redacted.status == 0)
      let copy = try String(contentsOf: files.url("out/\(name)"), encoding: .utf8)
      #expect(!copy.lowercased().contains("quonb"), "\(copy)")
    }
  }

  @Test("what goes from the text and stays in a program's script leaves no copy")
  func script() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let page = try files.write(
      "<!doctype html><script>var name = 'Quonberry'</script><p>Mrs Quonberry rang.",
      to: "page.html")
    let redacted = try Command.expunge(
      ["redact", page.path, "--output", files.url("out").path])
    #expect(redacted.status == 1, "\(redacted.text)")
    #expect(redacted.text.contains("remove the element by hand"), "\(redacted.text)")
    #expect(files.contents(of: "out") == ["expunge-redaction.json"])
  }
}
