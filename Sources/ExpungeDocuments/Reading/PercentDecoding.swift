package import ExpungeText

/// Reads "jane%40example.org" and "?name=Jane+Doe" in an address as a person would.
package enum PercentDecoding {
  /// Each sequence that stands for visible UTF-8 is decoded, as one changed run a character; what
  /// does not is left as it is. A plus sign before a letter is a space in a query. O(n + runs).
  package static func decode(
    _ text: [UInt8], _ runs: [SourceMap.Run]
  ) -> ([UInt8], [SourceMap.Run]) {
    guard text.contains(UInt8(ascii: "%")) || text.contains(UInt8(ascii: "+")) else {
      return (text, runs)
    }
    var rewriting = MappedRewriting(text, runs)
    var index = 0
    var isInQuery = false
    while index < text.count {
      if text[index] == UInt8(ascii: "?") { isInQuery = true }
      if isInQuery, isSpace(text, at: index) {
        rewriting.replace(ByteRange(index, index + 1), by: [0x20])
        index += 1
      } else if let (character, width) = character(in: text, at: index) {
        rewriting.replace(ByteRange(index, index + width), by: character)
        index += width
      } else {
        index += 1
      }
    }
    return rewriting.finish()
  }

  /// A plus sign between words; before a digit it may be that of a telephone number.
  private static func isSpace(_ text: [UInt8], at index: Int) -> Bool {
    guard text[index] == UInt8(ascii: "+"), index + 1 < text.count else { return false }
    let next = text[index + 1]
    return Ascii.isLetter(next) || next >= 0x80 || next == UInt8(ascii: "%")
  }

  /// The character that percent signs from `start` on stand for, and the bytes they take.
  private static func character(in text: [UInt8], at start: Int) -> ([UInt8], Int)? {
    guard let first = byte(in: text, at: start) else { return nil }
    let count =
      switch first {
      case 0x20..<0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    var bytes: [UInt8] = []
    for number in 0..<count {
      guard let next = byte(in: text, at: start + number * 3) else { return nil }
      bytes.append(next)
    }
    guard !bytes.isEmpty, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return (bytes, count * 3)
  }

  private static func byte(in text: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < text.count, text[index] == UInt8(ascii: "%") else { return nil }
    return UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
  }
}
