import Foundation
import TestSupport
import Testing

@Suite("OpenDocument files")
struct OpenDocumentFileTests {
  private static let space = "urn:oasis:names:tc:opendocument:xmlns"
  private static let namespaces =
    ["office", "text", "meta", "manifest"].map { "xmlns:\($0)=\"\(space):\($0):1.0\"" }
    .joined(separator: " ") + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

  /// A draft with a deletion, a comment and who wrote it; entries are stored as they are.
  private func draft() -> Data {
    let info = "<office:change-info><dc:creator>Jane Okafor</dc:creator></office:change-info>"
    let content = """
      <office:document-content \(Self.namespaces)><office:body><office:text>\
      <text:tracked-changes><text:changed-region text:id="a"><text:deletion>\(info)\
      <text:p>Mrs Eleanor Whitcombe</text:p></text:deletion></text:changed-region>\
      <text:changed-region text:id="b"><text:insertion>\(info)</text:insertion>\
      </text:changed-region>\
      </text:tracked-changes><text:h text:outline-level="1">The complaint</text:h>\
      <text:p>The Council wrote to <text:change text:change-id="a"/>\
      <text:change-start text:change-id="b"/>Mrs X<text:change-end text:change-id="b"/>.\
      <office:annotation>\
      <dc:creator>Jane Okafor</dc:creator><text:p>Mrs Whitcombe rang again.</text:p>\
      </office:annotation></text:p><text:p>She rang on 01632 960123.</text:p>\
      </office:text></office:body></office:document-content>
      """
    let meta = """
      <office:document-meta \(Self.namespaces)><office:meta>\
      <meta:initial-creator>Jane Okafor</meta:initial-creator></office:meta></office:document-meta>
      """
    let manifest = """
      <manifest:manifest \(Self.namespaces)><manifest:file-entry manifest:full-path="/"/>\
      <manifest:file-entry manifest:full-path="content.xml"/>\
      <manifest:file-entry manifest:full-path="meta.xml"/></manifest:manifest>
      """
    return Data(
      ZipArchive([
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
        ("meta.xml", meta), ("META-INF/manifest.xml", manifest),
      ]).file)
  }

  @Test("every layer is named as a person would, and a copy has none of it")
  func layers() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(draft(), to: "draft.odt")
    let scan = try Command.expunge(["scan", "draft.odt", "--format", "json"], in: files.folder)
    #expect(scan.status == 1)
    for part in [
      "body", "deleted text, paragraph 2", "comment 1", "author of comment 1",
      "document property: first author",
    ] {
      #expect(scan.text.contains("\"part\":\"\(part)\""), "\(part)")
    }
    let redaction = try Command.expunge(
      ["redact", "draft.odt", "--output", "out"], in: files.folder)
    #expect(redaction.status == 0, "\(redaction.text)")
    let copy = String(
      decoding: try Data(contentsOf: files.url("out/draft.odt")), as: UTF8.self)
    #expect(copy.contains("The Council wrote to Mrs X.") && copy.contains("[PHONE 1]"))
    for gone in ["Whitcombe", "Okafor", "960123", "text:change", "office:annotation"] {
      #expect(!copy.contains(gone), "\(gone)")
    }
  }

  @Test("deleted text is not put back: such a file is refused")
  func rejection() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(draft(), to: "draft.odt")
    let outcome = try Command.expunge(
      ["redact", "draft.odt", "--output", "out", "--changes", "reject"], in: files.folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.text.contains(
        "its tracked changes cannot be rejected here; reject them in a word processor first"))
    #expect(!FileManager.default.fileExists(atPath: files.url("out/draft.odt").path))
  }
}
