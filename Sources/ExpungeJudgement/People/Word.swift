import ExpungeText

/// A word of a text: letters with inner apostrophes, without a possessive ending.
struct Word {
  /// Bytes of the text; the possessive stays outside.
  let range: ByteRange
  /// Lower case, apostrophes dropped: what two spellings of one name share.
  let key: String
  let isCapitalised: Bool
  /// More than one letter and none of them small.
  let isAllCapitals: Bool

  /// The words of a range of a text, in order. Digits, hyphens and underscores part words. O(n).
  static func words(of range: ByteRange, in text: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = range.start
    while index < range.end {
      guard isLetter(text[index]) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < range.end,
        isLetter(text[index])
          || (text[index] == Ascii.apostrophe && index + 1 < range.end && isLetter(text[index + 1]))
      { index += 1 }
      words.append(Word(from: start, to: index, in: text))
    }
    return words
  }

  private init(from start: Int, to end: Int, in text: [UInt8]) {
    var end = end
    if end - start > 2, text[end - 2] == Ascii.apostrophe, text[end - 1] | 0x20 == 0x73 {
      end -= 2
    }
    range = ByteRange(start, end)
    let spelling = String(decoding: text[start..<end], as: UTF8.self)
    key = String(spelling.lowercased().filter { $0 != "'" })
    isCapitalised = spelling.first?.isUppercase ?? false
    isAllCapitals = spelling.count > 1 && !spelling.contains { $0.isLowercase }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || byte >= 0xC3 || (byte >= 0x80 && byte < 0xC0)
  }
}
