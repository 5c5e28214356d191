/// Steps through valid UTF-8 by scalars, in either direction.
///
/// Offsets outside the text, or inside a scalar, never trap: reports must not stop on a wrong range.
package enum UTF8Cursor {
  /// The scalar that begins at a byte, and the byte after it; nil at the end.
  package static func scalar(
    at offset: Int, in text: [UInt8]
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard offset >= 0, offset < text.count else { return nil }
    let lead = text[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), offset + 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + length <= text.count else { return ("\u{FFFD}", offset + 1) }
    var value = UInt32(lead & (0x7F >> UInt8(length)))
    for index in offset + 1..<offset + length {
      value = value << 6 | UInt32(text[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + length)
  }

  /// The scalar that ends before a byte, and where it begins; nil at the start.
  package static func scalar(
    before offset: Int, in text: [UInt8]
  ) -> (scalar: Unicode.Scalar, start: Int)? {
    guard offset > 0, offset <= text.count else { return nil }
    let start = floor(offset - 1, in: text)
    guard let found = scalar(at: start, in: text) else { return nil }
    return (found.scalar, start)
  }

  /// The first byte of the scalar that holds a byte.
  package static func floor(_ offset: Int, in text: [UInt8]) -> Int {
    var place = min(max(offset, 0), text.count)
    while place > 0, place < text.count, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// The same offset, or the end of the scalar that it falls into.
  package static func ceiling(_ offset: Int, in text: [UInt8]) -> Int {
    var place = min(max(offset, 0), text.count)
    while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
