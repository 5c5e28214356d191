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
      guard opens(text[index]) else {
        index += 1
        continue
      }
      let end = self.end(ofWordAt: index, before: range.end) { text[$0] }
      words.append(Word(from: index, to: end, in: text))
      index = end
    }
    return words
  }

  /// The last word that ends at or before an offset, looking back no further than `limit`.
  static func before(_ offset: Int, in text: [UInt8], limit: Int) -> Word? {
    var end = offset
    while end > limit, !isLetter(text[end - 1]) { end -= 1 }
    var start = end
    while start > limit, isLetter(text[start - 1]) || text[start - 1] == Ascii.apostrophe {
      start -= 1
    }
    return words(of: ByteRange(start, end), in: text).last
  }

  /// The first word that begins at or after an offset, looking no further than `limit`.
  static func after(_ offset: Int, in text: [UInt8], limit: Int) -> Word? {
    var start = offset
    while start < limit, !opens(text[start]) { start += 1 }
    guard start < limit else { return nil }
    return Word(
      from: start, to: end(ofWordAt: start, before: limit) { text[$0] }, in: text)
  }

  /// One past the last letter of the word that begins at an offset.
  @inline(__always)
  static func end(ofWordAt start: Int, before limit: Int, byte: (Int) -> UInt8) -> Int {
    var index = start + 1
    while index < limit,
      isLetter(byte(index))
        || (byte(index) == Ascii.apostrophe && index + 1 < limit && opens(byte(index + 1)))
    { index += 1 }
    return index
  }

  /// Two words that a hyphen joins, as one.
  init(joining first: Word, _ second: Word) {
    range = first.range.union(second.range)
    key = "\(first.key)-\(second.key)"
    isCapitalised = first.isCapitalised
    isAllCapitals = first.isAllCapitals && second.isAllCapitals
  }

  init(from start: Int, to end: Int, in text: [UInt8]) {
    var end = end
    if end - start > 2, text[end - 2] == Ascii.apostrophe, text[end - 1] | 0x20 == 0x73 {
      end -= 2
    }
    range = ByteRange(start, end)
    let bytes = text[start..<end]
    if bytes.allSatisfy({ $0 < 0x80 }) {
      key = String(
        decoding: bytes.lazy.filter { $0 != Ascii.apostrophe }
          .map { Ascii.isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      isCapitalised = bytes.first.map(Ascii.isUpper) ?? false
      isAllCapitals = bytes.count > 1 && !bytes.contains(where: Ascii.isLower)
      return
    }
    let spelling = String(decoding: bytes, as: UTF8.self)
    key = String(spelling.lowercased().filter { $0 != "'" })
    isCapitalised = spelling.first?.isUppercase ?? false
    isAllCapitals = spelling.count > 1 && !spelling.contains { $0.isLowercase }
  }

  /// Whether a word can begin with a byte: a letter of ASCII, or the lead of one beyond it.
  ///
  /// Leads 0xC2 and 0xE2 are those of signs and punctuation ("£", "—").
  @inline(__always)
  static func opens(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || (byte >= 0xC3 && byte != 0xE2)
  }

  /// Whether a word that has begun goes on with a byte.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
  }
}
