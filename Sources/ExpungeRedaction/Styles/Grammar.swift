import ExpungeJudgement
import ExpungeText

/// Small repairs beside what is replaced, so that a sentence still reads and its words hint at nothing:
/// "an" tells that a vowel stood there, a bare apostrophe an s.
enum Grammar {
  /// Changes "a" or "an" before an offset to what the next words ask for.
  static func article(before offset: Int, in text: [UInt8], next words: String) -> [Mend] {
    guard let first = words.first, let before = FormOfAddress.word(endingBefore: offset, in: text),
      before.word == "a" || before.word == "an",
      text[before.range.end - 1] != Ascii.fullStop
    else { return [] }
    let wanted = soundsLikeVowel(words, first) ? "an" : "a"
    guard wanted != before.word else { return [] }
    let isCapital = Ascii.isUpper(text[before.range.start])
    return [
      Mend(
        range: before.range,
        words: isCapital ? wanted.prefix(1).uppercased() + wanted.dropFirst() : wanted)
    ]
  }

  /// Letters whose names begin with a vowel: "an X".
  private static let vowelLetters: Set<Character> = [
    "A", "E", "F", "H", "I", "L", "M", "N", "O", "R", "S", "X",
  ]

  private static func soundsLikeVowel(_ words: String, _ first: Character) -> Bool {
    let letters = words.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber }
    guard let initial = letters.first else { return false }
    // A letter by itself, and what is spelt: "an X", "an NHS number".
    if letters.count == 1 || letters == "NHS" || letters == "NI" {
      return vowelLetters.contains(initial)
    }
    if initial == "8" || letters == "11" || letters == "18" { return true }
    return "aeioAEIO".contains(initial)
  }

  /// Makes "'s" of an apostrophe that stands alone behind a name in s.
  static func possessive(after end: Int, in text: [UInt8]) -> [Mend] {
    guard let length = apostrophe(at: end, in: text) else { return [] }
    let next = end + length
    if next < text.count, Ascii.isLetter(text[next]) || text[next] >= 0xC3 { return [] }
    guard next < text.count, Ascii.isSpace(text[next]), !isQuoted(end, in: text) else { return [] }
    let sign = String(decoding: text[end..<next], as: UTF8.self)
    return [Mend(range: ByteRange(end, next), words: sign + "s")]
  }

  /// Whether an apostrophe, with an s or without, makes a possessive of what ends at an offset.
  static func isPossessive(after end: Int, in text: [UInt8]) -> Bool {
    guard let length = apostrophe(at: end, in: text) else { return false }
    let next = end + length
    return next < text.count && text[next] | 0x20 == 0x73
      || !possessive(after: end, in: text).isEmpty
  }

  /// Bytes of an apostrophe, straight or curly.
  private static func apostrophe(at index: Int, in text: [UInt8]) -> Int? {
    if index < text.count, text[index] == Ascii.apostrophe { return 1 }
    if index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0x99
    {
      return 3
    }
    return nil
  }

  /// Whether a single quotation mark opens a little before an offset, so that one there closes it.
  private static func isQuoted(_ offset: Int, in text: [UInt8]) -> Bool {
    var index = offset - 1
    let limit = max(0, offset - 200)
    while index >= limit, text[index] != Ascii.lineFeed {
      let isCurly = index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
      if isCurly, text[index + 2] == 0x98 { return true }
      if isCurly, text[index + 2] == 0x99, index + 3 < text.count, Ascii.isSpace(text[index + 3]) {
        return false
      }
      if text[index] == Ascii.apostrophe,
        index == 0 || Ascii.isSpace(text[index - 1]) || text[index - 1] == 0x28
      {
        return true
      }
      index -= 1
    }
    return false
  }

  /// Whether a sentence begins at an offset.
  static func opensSentence(_ offset: Int, in text: [UInt8]) -> Bool {
    var index = offset
    while index > 0, text[index - 1] == Ascii.space || text[index - 1] == Ascii.tab { index -= 1 }
    guard index > 0 else { return true }
    let byte = text[index - 1]
    return byte == Ascii.fullStop || byte == 0x3F || byte == 0x21 || byte == Ascii.lineFeed
      || byte == Ascii.carriageReturn
  }

  /// The word right before an offset, in small letters, where one space parts them.
  static func word(before offset: Int, in text: [UInt8]) -> (word: String, range: ByteRange)? {
    FormOfAddress.word(endingBefore: offset, in: text)
  }

  /// The word behind an offset and a space, as it is written.
  static func word(after offset: Int, in text: [UInt8]) -> (word: String, range: ByteRange)? {
    guard offset < text.count, text[offset] == Ascii.space else { return nil }
    let start = offset + 1
    var end = start
    while end < text.count, Ascii.isLetter(text[end]) { end += 1 }
    guard end > start else { return nil }
    return (String(decoding: text[start..<end], as: UTF8.self), ByteRange(start, end))
  }
}
