/// A telephone number of the national plan, or of another country.
///
/// Source: Ofcom, National Telephone Numbering Plan (ranges and lengths); ITU-T E.164 (at most
/// fifteen digits). Numbers kept for drama pass like any other: whoever writes one may mean it.
enum TelephoneNumber {
  /// Passes for a range and length of the plan of the United Kingdom.
  static func grade(_ value: Span<UInt8>) -> Grade {
    guard var digits = Digits(value) else { return .fail }
    if digits.isAbroad {
      guard digits.dropPrefix("0044") || digits.dropPrefix("44") else { return .fail }
      _ = digits.dropPrefix("0")
    } else {
      guard digits.dropPrefix("0") else { return .fail }
    }
    return digits.isVaried && isInPlan(digits) ? .pass : .fail
  }

  /// Passes for eight to fifteen digits after a plus sign or 00, other than those of the United Kingdom.
  static func internationalGrade(_ value: Span<UInt8>) -> Grade {
    guard var digits = Digits(value), digits.isAbroad else { return .fail }
    _ = digits.dropPrefix("00")
    guard (8...15).contains(digits.count), digits[0] != 0, digits.isVaried,
      !(digits[0] == 4 && digits[1] == 4)
    else { return .fail }
    return .pass
  }

  /// Passes for six to thirteen digits that are not all alike: a local number, or one of a country
  /// that its writer does not name.
  static func localGrade(_ value: Span<UInt8>) -> Grade {
    guard let digits = Digits(value), (6...13).contains(digits.count), digits.isVaried else {
      return .fail
    }
    return .pass
  }

  /// `digits` without trunk prefix or country code.
  private static func isInPlan(_ digits: Digits) -> Bool {
    let second = digits[1]
    switch (digits[0], digits.count) {
    case (1, 10): return second != 0
    case (1, 9): return (2...9).contains(second)
    case (2, 10): return [0, 3, 4, 8, 9].contains(second)
    case (3, 10): return [0, 3, 4, 7].contains(second)
    case (5, 10): return second == 5 || second == 6
    case (7, 10): return true
    case (8, 10): return [0, 4, 7, 8].contains(second)
    case (8, 9): return second == 0 && digits[2] == 0
    case (9, 10): return [0, 1, 8, 9].contains(second)
    default: return false
    }
  }

  /// The digits of a number up to an extension, on the stack.
  private struct Digits {
    private var digits = InlineArray<20, UInt8>(repeating: 0)
    private var start = 0
    private var end = 0
    /// Whether it was written with a plus sign or 00.
    private(set) var isAbroad = false

    /// Nil for more digits than any number has, and for none.
    init?(_ value: Span<UInt8>) {
      for index in value.indices {
        let byte = value[index]
        if byte == UInt8(ascii: "+"), end == 0 { isAbroad = true }
        // "x 21", "ext. 21"
        if byte | 0x20 == UInt8(ascii: "x") || byte | 0x20 == UInt8(ascii: "e") { break }
        guard (0x30...0x39).contains(byte) else { continue }
        guard end < 20 else { return nil }
        digits[end] = byte - 0x30
        end += 1
      }
      guard end > 2 else { return nil }
      if digits[0] == 0, digits[1] == 0 { isAbroad = true }
    }

    var count: Int { end - start }

    /// Zero beyond the end.
    subscript(index: Int) -> Int { start + index < end ? Int(digits[start + index]) : 0 }

    /// Whether at least three different digits stand in it: 0000000000 is a placeholder.
    var isVaried: Bool {
      var seen: UInt16 = 0
      for index in start..<end { seen |= 1 << UInt16(digits[index]) }
      return seen.nonzeroBitCount > 2
    }

    mutating func dropPrefix(_ prefix: StaticString) -> Bool {
      let length = prefix.utf8CodeUnitCount
      guard length <= count else { return false }
      for index in 0..<length where digits[start + index] != prefix.byte(index) - 0x30 {
        return false
      }
      start += length
      return true
    }
  }
}
