import ExpungeText
import TestSupport
import Testing

@Suite("Lines, columns and units")
struct LineIndexTests {
  @Test("lines end at LF, CRLF or CR; columns count scalars")
  func positions() {
    let text = Array("ab\r\nçd😀e\rf\n".utf8)
    let index = LineIndex(text)
    #expect((1...index.count).map(index.start(ofLine:)) == [0, 4, 13, 15])
    #expect(index.position(of: 4, in: text) == .init(line: 2, column: 1))
    #expect(index.position(of: 11, in: text) == .init(line: 2, column: 4))
    #expect(index.position(of: 13, in: text) == .init(line: 3, column: 1))
    #expect(index.offset(of: .init(line: 2, column: 4), in: text) == 11)
    #expect(index.offset(of: .init(line: 9, column: 1), in: text) == nil)
    #expect(index.offset(of: .init(line: 1, column: 9), in: text) == nil)
  }

  @Test("every scalar goes there and back", arguments: 0..<30)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces: [Unicode.Scalar] = ["a", "é", "😀", "\n", "\r", " ", "\u{2028}"]
    var text = ""
    for _ in 0..<50 { text.unicodeScalars.append(pieces.randomElement(using: &random) ?? "a") }
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    for offset in bytes.indices
    where bytes[offset] & 0xC0 != 0x80 && bytes[offset] != 0x0A && bytes[offset] != 0x0D {
      #expect(index.offset(of: index.position(of: offset, in: bytes), in: bytes) == offset)
    }
    #expect(UnitCount(bytes[...]).scalars == text.unicodeScalars.count)
    #expect(UnitCount(bytes[...]).utf16 == text.utf16.count)
  }
}
