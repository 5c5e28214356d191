import ExpungeJudgement
import ExpungeText

/// What stays around a name: "Mrs [NAME 1]'s".
enum NameGrammar {
  /// Where the name ends if a possessive follows it inside the range; otherwise the range's end.
  static func endBeforePossessive(_ range: ByteRange, in text: [UInt8]) -> Int {
    var end = range.end
    if end > range.start, text[end - 1] | 0x20 == UInt8(ascii: "s"),
      let apostrophe = apostropheStart(before: end - 1, from: range.start, in: text)
    {
      return apostrophe
    }
    if let apostrophe = apostropheStart(before: end, from: range.start, in: text) {
      end = apostrophe
    }
    return end
  }

  /// Where the name begins if a title opens the range; otherwise the range's start.
  static func startAfterTitle(_ range: ByteRange, in text: [UInt8]) -> Int {
    var start = range.start
    while true {
      var end = start
      while end < range.end, text[end] | 0x20 >= 0x61, text[end] | 0x20 <= 0x7A { end += 1 }
      let word = String(decoding: text[start..<end].map { $0 | 0x20 }, as: UTF8.self)
      if end < range.end, text[end] == UInt8(ascii: ".") { end += 1 }
      let gap = spaces(at: end, before: range.end, in: text)
      guard FormOfAddress(word) != nil, gap > 0, end + gap < range.end else { return start }
      start = end + gap
    }
  }

  /// Bytes of white space at an offset, no-break spaces among them.
  private static func spaces(at start: Int, before limit: Int, in text: [UInt8]) -> Int {
    var end = start
    while end < limit {
      if text[end] == 0x20 || 0x09...0x0D ~= text[end] {
        end += 1
      } else if text[end] == 0xC2, end + 1 < limit, text[end + 1] == 0xA0 {
        end += 2
      } else {
        break
      }
    }
    return end - start
  }

  /// Start of an apostrophe, straight or curly, that ends at `end`; nil when it would leave nothing.
  private static func apostropheStart(before end: Int, from start: Int, in text: [UInt8]) -> Int? {
    if end - 1 > start, text[end - 1] == UInt8(ascii: "'") { return end - 1 }
    if end - 3 > start, text[end - 3] == 0xE2, text[end - 2] == 0x80, text[end - 1] == 0x99 {
      return end - 3
    }
    return nil
  }
}
