import ExpungeText

/// The folded spelling of a word: small letters of ASCII, no accents, no apostrophes.
package enum FoldedWord {
  /// Bytes of UTF-8 in, letters out; a letter outside Latin is dropped. O(n).
  @inline(__always)
  package static func forEachLetter(
    of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        if Ascii.isLetter(byte) { body(byte | 0x20) }
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index, in: text)
      if let base = LatinLetters.base(scalar) {
        switch base {
        case UInt8(ascii: "S"):
          body(0x73)
          body(0x73)
        case UInt8(ascii: "A"):
          body(0x61)
          body(0x65)
        case UInt8(ascii: "O"):
          body(0x6F)
          body(0x65)
        case UInt8(ascii: "T"):
          body(0x74)
          body(0x68)
        default: body(base)
        }
      }
      index += length
    }
  }

  static func letters(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(range.count)
    forEachLetter(of: range, in: text) { letters.append($0) }
    return letters
  }

  @inline(__always)
  static func scalar(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, length: Int) {
    let lead = text[index]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count, length > 1 else { return (UInt32(lead), 1) }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
