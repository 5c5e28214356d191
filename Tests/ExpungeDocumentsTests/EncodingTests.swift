import ExpungeDocuments
import ExpungeText
import Testing

@Suite struct EncodingTests {
  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(unit >> 8)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func aMarkBelongsToNoPart() throws {
    let body = try document([0xEF, 0xBB, 0xBF] + Array("Mrs X".utf8)).body
    #expect(body.string == "Mrs X")
    #expect(body.source.pieces(of: ByteRange(0, 3)) == [ByteRange(3, 6)])
  }

  @Test(arguments: [false, true])
  func readsUTF16WithAMark(bigEndian: Bool) throws {
    let text = "Mrs Łuk 😀 said so"
    let document = try document(utf16(text, bigEndian: bigEndian))
    let body = try document.body
    #expect(body.string == text)
    #expect(document.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(body.source.pieces(of: try body.range(of: "uk")) == [ByteRange(12, 16)])
    #expect(body.source.pieces(of: try body.range(of: "😀")) == [ByteRange(18, 22)])
    #expect(body.source.pieces(of: try body.range(of: "rs Ł")) == [ByteRange(4, 12)])
    #expect(body.source.runs.count == 5)
  }

  @Test func pagesInOtherEncodingsHaveExactPlaces() throws {
    let latin =
      Array("<meta charset=iso-8859-1><p>Ren".utf8) + [0xE9, 0x20, 0x93] + Array("Doe&amp;co".utf8)
    let document = try document(latin, as: "page.html")
    let body = try document.body
    #expect(body.string == "René “Doe&co")
    #expect(document.encoding == .windows1252)
    let place = try body.range(of: "Doe&co")
    #expect(body.source.pieces(of: place) == [ByteRange(34, 44)])
    #expect(body.source.pieces(of: try body.range(of: "é")) == [ByteRange(31, 32)])

    let wide = try self.wide("<p>Mrs <b>Do</b>e")
    #expect(wide.string == "Mrs Doe")
    #expect(wide.source.pieces(of: ByteRange(4, 7)) == [ByteRange(22, 26), ByteRange(34, 36)])
  }

  private func wide(_ html: String) throws -> Part {
    try document(utf16(html, bigEndian: false), as: "page.html").body
  }

  @Test func nothingIsGuessedSilently() {
    #expect(
      reasons(read([0x61, 0x62, 0xFF, 0x63])) == ["not valid UTF-8 at byte 2; save it as UTF-8"])
    #expect(
      reasons(read(Array("a\u{0}b".utf8))) == [
        "binary data: this is no text; save it as text, Markdown or HTML"
      ])
    #expect(reasons(read([0xFF, 0xFE, 0x41])) == ["not valid UTF-16 at byte 2; save it as UTF-8"])
    #expect(
      reasons(read([0xFE, 0xFF, 0xDC, 0x00])) == ["not valid UTF-16 at byte 2; save it as UTF-8"])
    #expect(
      reasons(read(Array("<meta charset=shift_jis>".utf8) + [0xE9, 0x20], as: "x.html")).first?
        .contains("does not convert") == true)
    #expect(
      reasons(read(Array("<p>".utf8) + [0xE9], as: "x.html")).first?.hasPrefix("not valid") == true)
  }

  @Test(arguments: [
    ("%PDF-1.7", "a.txt", "PDF files"), ("{\\rtf1", "a.txt", "RTF documents"),
  ])
  func otherFormatsAreUnread(head: String, name: String, kind: String) {
    #expect(
      reasons(read(Array(head.utf8), as: name)).first?
        .hasPrefix("this version does not read \(kind); save ") == true)
  }

  @Test func aProtectedWordFileIsUnread() {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    #expect(
      reasons(read(head + [0, 0] + name + [0, 0], as: "a.docx")) == [
        "the file is protected by a password; save it without one"
      ])
    #expect(
      reasons(read(head + [0, 0], as: "a.doc")).first?.contains("old Word") == true)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>x", "a.txt", Document.Format.html), ("\n <HTML>x", "a", .html),
    ("<?xml version='1.0'?><html>x", "a.xml", .html), ("plain", "a.htm", .html),
    ("# x", "a.md", .markdown),
    ("# x", "a.txt", .plainText), ("<p>text", "a.txt", .plainText),
  ])
  func contentDecidesAndTheNameHelps(text: String, name: String, format: Document.Format) throws {
    #expect(try document(text, as: name).format == format)
  }
}
