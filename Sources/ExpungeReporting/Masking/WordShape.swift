import ExpungeText

/// Which characters make one word, so that a mask never stops inside a name.
enum WordShape {
  /// Letters, digits, marks, and the invisible characters that can stand inside a word.
  ///
  /// Scripts that do not part words by spaces never count: there a "word" would be a sentence.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26
    }
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return true
    case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  /// Whether an apostrophe or hyphen makes one word of what stands on its two sides.
  ///
  /// A hyphen joins letters to letters and digits to digits: "474-thornbury" is two words.
  private static func joins(
    _ joiner: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    guard isWord(before), isWord(after) else { return false }
    switch joiner {
    case "'", "\u{2018}", "\u{2019}", "\u{02BC}": return true
    case "-", "\u{2010}", "\u{2011}": return isDigit(before) == isDigit(after)
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar == " " || scalar.value &- 9 < 5 }
    return scalar.properties.isWhitespace
  }

  /// The end of the word that a stretch ends in; the same offset when it ends between words.
  ///
  /// A possessive "'s" stays outside.
  static func wordEnd(from offset: Int, in text: [UInt8]) -> Int {
    guard let last = UTF8Cursor.scalar(before: offset, in: text), isWord(last.scalar) else {
      return offset
    }
    var end = offset
    while let next = UTF8Cursor.scalar(at: end, in: text) {
      if isWord(next.scalar) {
        end = next.end
      } else if let before = UTF8Cursor.scalar(before: end, in: text),
        let after = UTF8Cursor.scalar(at: next.end, in: text),
        joins(next.scalar, before.scalar, after.scalar), !isPossessive(after, in: text)
      {
        end = after.end
      } else {
        break
      }
    }
    return end
  }

  /// The start of the word that a stretch begins in, not before `limit`.
  static func wordStart(from offset: Int, notBefore limit: Int, in text: [UInt8]) -> Int {
    guard let first = UTF8Cursor.scalar(at: offset, in: text), isWord(first.scalar) else {
      return offset
    }
    var start = offset
    while start > limit, let previous = UTF8Cursor.scalar(before: start, in: text) {
      if isWord(previous.scalar) {
        start = previous.start
      } else if let before = UTF8Cursor.scalar(before: previous.start, in: text),
        let after = UTF8Cursor.scalar(at: start, in: text),
        joins(previous.scalar, before.scalar, after.scalar)
      {
        start = before.start
      } else {
        break
      }
    }
    return max(start, limit)
  }

  private static func isPossessive(
    _ letter: (scalar: Unicode.Scalar, end: Int), in text: [UInt8]
  ) -> Bool {
    guard letter.scalar == "s" || letter.scalar == "S" else { return false }
    guard let after = UTF8Cursor.scalar(at: letter.end, in: text) else { return true }
    return !isWord(after.scalar)
  }
}
