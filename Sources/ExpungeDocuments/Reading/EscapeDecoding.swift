package import ExpungeText

/// Reads "Jos\u00e9" in a script, in data and in a style sheet as its program would.
package enum EscapeDecoding {
  /// Whose escapes they are.
  package enum Language: Sendable {
    /// JavaScript and JSON: "\u00e9", "\u{e9}", "\xe9", "\n", "\/", "\"".
    case script
    /// "\e9 " with its one white space, "\"".
    case style
  }

  /// Each escape that stands for a character is decoded, as one changed run; what does not is left
  /// as it is. O(n + runs).
  package static func decode(
    _ text: [UInt8], _ runs: [SourceMap.Run], as language: Language
  ) -> ([UInt8], [SourceMap.Run]) {
    guard text.contains(backslash) else { return (text, runs) }
    var rewriting = MappedRewriting(text, runs)
    var index = 0
    while index < text.count {
      guard text[index] == backslash,
        let (character, width) = character(in: text, at: index, as: language)
      else {
        index += 1
        continue
      }
      rewriting.replace(ByteRange(index, index + width), by: character)
      index += width
    }
    return rewriting.finish()
  }

  private static let backslash = UInt8(ascii: "\\")

  /// What the escape at a backslash stands for, and the bytes it takes.
  private static func character(
    in text: [UInt8], at start: Int, as language: Language
  ) -> ([UInt8], Int)? {
    guard start + 1 < text.count else { return nil }
    let next = text[start + 1]
    if language == .style, HexDigits.value(of: next) != nil {
      let digits = HexDigits.count(in: text, from: start + 1, atMost: 6)
      var end = start + 1 + digits
      let code = HexDigits.number(in: text, from: start + 1, count: digits)
      if end < text.count, Ascii.isSpace(text[end]) { end += 1 }
      return encoded(code).map { ($0, end - start) }
    }
    switch next {
    case backslash, UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      return ([next], 2)
    case _ where language == .style:
      return nil
    case UInt8(ascii: "n"), UInt8(ascii: "r"): return ([0x0A], 2)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "v"): return ([0x20], 2)
    case UInt8(ascii: "x"): return coded(in: text, at: start, digits: 2)
    case UInt8(ascii: "u"):
      if start + 2 < text.count, text[start + 2] == UInt8(ascii: "{") {
        return braced(in: text, at: start)
      }
      return surrogates(in: text, at: start) ?? coded(in: text, at: start, digits: 4)
    default: return nil
    }
  }

  /// "\xe9", "\u00e9".
  private static func coded(
    in text: [UInt8], at start: Int, digits: Int
  ) -> ([UInt8], Int)? {
    guard HexDigits.count(in: text, from: start + 2, atMost: digits) == digits else { return nil }
    let code = HexDigits.number(in: text, from: start + 2, count: digits)
    return encoded(code).map { ($0, 2 + digits) }
  }

  /// "\u{1f600}".
  private static func braced(in text: [UInt8], at start: Int) -> ([UInt8], Int)? {
    let digits = HexDigits.count(in: text, from: start + 3, atMost: 6)
    let end = start + 3 + digits
    guard digits > 0, end < text.count, text[end] == UInt8(ascii: "}") else { return nil }
    let code = HexDigits.number(in: text, from: start + 3, count: digits)
    return encoded(code).map { ($0, end + 1 - start) }
  }

  /// "\ud83d\ude00".
  private static func surrogates(in text: [UInt8], at start: Int) -> ([UInt8], Int)? {
    guard start + 12 <= text.count, text[start + 6] == backslash,
      text[start + 7] == UInt8(ascii: "u"),
      HexDigits.count(in: text, from: start + 2, atMost: 4) == 4,
      HexDigits.count(in: text, from: start + 8, atMost: 4) == 4
    else { return nil }
    let high = HexDigits.number(in: text, from: start + 2, count: 4)
    let low = HexDigits.number(in: text, from: start + 8, count: 4)
    guard high & 0xFC00 == 0xD800, low & 0xFC00 == 0xDC00 else { return nil }
    return encoded(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)).map { ($0, 12) }
  }

  /// Control characters stand for a space: no part holds a NUL, and none of them is a word's.
  private static func encoded(_ code: UInt32) -> [UInt8]? {
    guard let scalar = Unicode.Scalar(code) else { return nil }
    if code == 0x0A || code == 0x0D { return [0x0A] }
    if code < 0x20 || code == 0x7F { return [0x20] }
    return UTF8.encode(scalar).map(Array.init)
  }
}

/// Runs of hexadecimal digits.
private enum HexDigits {
  static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  static func count(in text: [UInt8], from start: Int, atMost most: Int) -> Int {
    guard start < text.count else { return 0 }
    return text[start...].prefix(most).prefix { value(of: $0) != nil }.count
  }

  static func number(in text: [UInt8], from start: Int, count: Int) -> UInt32 {
    text[start..<start + count].reduce(0) { $0 << 4 | (value(of: $1) ?? 0) }
  }
}
