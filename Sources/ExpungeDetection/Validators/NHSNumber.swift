/// The number of a patient of the NHS in England, Wales and the Isle of Man.
///
/// Ten digits; the tenth is 11 − (Σ digit × 10…2) mod 11, where 11 counts as 0 and 10 is never
/// issued. Source: NHS Data Dictionary, NHS number. A tenth of random numbers passes the check and
/// three in a hundred the range as well, so a pass is never proof.
enum NHSNumber {
  /// Where the first nine digits place a number.
  enum Allocation {
    /// England, Wales and the Isle of Man.
    case issued
    /// Northern Ireland's health and care numbers.
    case northernIreland
    /// 999 …, which the NHS keeps for tests.
    case test
    case other
  }

  /// Whether ten digits satisfy the modulus-11 check that the three health services share.
  static func isChecked(_ value: Compact) -> Bool {
    guard value.isDigits(10), !value.isUniform,
      let sum = value.sum(weights: "A98765432"), let last = value.digit(9)
    else { return false }
    let check = 11 - sum % 11
    return check == 11 ? last == 0 : check == last
  }

  static func allocation(_ value: Compact) -> Allocation {
    guard let number = value.number(0..<9) else { return .other }
    return switch number {
    case 400_000_000...499_999_999, 600_000_000...799_999_999: .issued
    case 320_000_001...399_999_999: .northernIreland
    case 999_000_000...999_999_999: .test
    default: .other
    }
  }

  /// Passes in an issued or test range, is weak outside, fails with a wrong check digit.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard isChecked(compact) else { return .fail }
    return switch allocation(compact) {
    case .issued, .test: .pass
    case .northernIreland, .other: .weak
    }
  }
}
