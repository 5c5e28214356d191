/// A unique taxpayer reference: ten digits, the first a check of the other nine.
///
/// The first digit is the (Σ digit × 6 7 8 9 10 5 4 3 2) mod 11 th of "21987654321". Source: HMRC;
/// algorithm as in python-stdnum's documentation, whose example is 1955839661. A tenth of random
/// numbers passes.
enum TaxpayerReference {
  static func grade(_ value: Span<UInt8>) -> Grade {
    isValid(Compact(value)) ? .pass : .fail
  }

  /// A K after the digits is allowed.
  static func isValid(_ value: Compact) -> Bool {
    guard !value.isForeign,
      value.count == 10 || (value.count == 11 && value.letter(10, isIn: "K")),
      let sum = value.sum(weights: "6789A5432", from: 1), let first = value.digit(0)
    else { return false }
    let checks: StaticString = "21987654321"
    return Int(checks.byte(sum % 11) - 0x30) == first
  }
}
