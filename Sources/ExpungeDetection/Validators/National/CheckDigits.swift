/// The arithmetic of check digits that many registers share.
///
/// Source: ISO/IEC 7812-1 annex B (Luhn), ISO/IEC 7064 (the pure and hybrid systems), J. Verhoeff,
/// Error detecting decimal codes (1969).
enum CheckDigits {
  /// Whether all digits of a value satisfy the Luhn check; false where one is a letter.
  static func isLuhn(_ value: Compact) -> Bool {
    guard value.count > 1 else { return false }
    var sum = 0
    for index in 0..<value.count {
      guard let digit = value.digit(value.count - 1 - index) else { return false }
      let doubled = digit * 2
      sum += index.isMultiple(of: 2) ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }

  /// Whether Σ digit × weight, check digit included, leaves nothing.
  ///
  /// - Parameter weights: one character each, "A" is ten.
  static func isMultiple(
    _ value: Compact, weights: StaticString, of modulus: Int, from start: Int = 0
  ) -> Bool {
    value.sum(weights: weights, from: start)?.isMultiple(of: modulus) ?? false
  }

  /// Whether the character at a place is the one that a remainder stands for.
  static func isCheck(
    _ value: Compact, at index: Int, for remainder: Int, in characters: StaticString
  ) -> Bool {
    index < value.count && value[index] == characters.byte(remainder)
  }

  /// ISO 7064, MOD 11,10: one check digit after any number of digits.
  static func isHybrid(_ value: Compact) -> Bool {
    guard value.count > 1 else { return false }
    var product = 10
    for index in 0..<value.count - 1 {
      guard let digit = value.digit(index) else { return false }
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    guard let last = value.digit(value.count - 1) else { return false }
    return (product + last) % 10 == 1
  }

  /// ISO 7064, MOD 11-2: a check digit, or X for ten.
  static func isPure(_ value: Compact) -> Bool {
    guard value.count > 1 else { return false }
    var remainder = 0
    for index in 0..<value.count - 1 {
      guard let digit = value.digit(index) else { return false }
      remainder = (remainder + digit) * 2 % 11
    }
    let last = value.count - 1
    let check = value.letter(last, isIn: "X") ? 10 : value.digit(last)
    return check.map { (remainder + $0) % 11 == 1 } ?? false
  }

  /// Verhoeff's check over the group of symmetries of a pentagon.
  static func isVerhoeff(_ value: Compact) -> Bool {
    let product: StaticString = """
      0123456789123406789523401789563401289567401239567859876043216598710432\
      76598210438765932104\
      9876543210
      """
    let permutation: StaticString = """
      01234567891576283094580379614289160435279453126870428657390127938064157046913258
      """
    var check = 0
    for index in 0..<value.count {
      guard let digit = value.digit(value.count - 1 - index) else { return false }
      let moved = Int(permutation.byte(index % 8 * 10 + digit)) - 0x30
      check = Int(product.byte(check * 10 + moved)) - 0x30
    }
    return value.count > 1 && check == 0
  }
}
