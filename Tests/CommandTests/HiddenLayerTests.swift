import Foundation
import TestSupport
import Testing

@Suite("Layers of a page that nobody sees")
struct HiddenLayerTests {
  @Test("a value in a script that is data blocks, and no copy keeps it")
  func dataScript() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let page = try files.write(
      """
      <!doctype html><title>Decision</title>
      <script type="application/ld+json">{"author": "Mrs Quonberry"}</script><p>Mr X rang.
      """, to: "page.html")
    let scanned = try Command.expunge(["scan", page.path])
    #expect(scanned.status == 1, "\(scanned.text)")
    let redacted = try Command.expunge(
      ["redact", page.path, "--output", files.url("out").path])
    #expect(redacted.status == 1)
    #expect(redacted.text.contains("not proved, so not written"))
    #expect(files.contents(of: "out") == ["expunge-redaction.json"])
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
    #expect(files.contents(of: "out") == ["expunge-redaction.json"])
  }
}
