/// A unique learner number: ten digits, the first not 0.
///
/// The last is 10 − (Σ digit × 10…2) mod 11, and a sum that leaves nothing is never issued. Source:
/// Learning Records Service; HESA field ULN. One random number in twelve passes; no NHS number does.
enum LearnerNumber {
  static func grade(_ value: Span<UInt8>) -> Grade {
    isValid(Compact(value)) ? .pass : .fail
  }

  static func isValid(_ value: Compact) -> Bool {
    guard value.isDigits(10), value.digit(0) != 0, let sum = value.sum(weights: "A98765432") else {
      return false
    }
    let rest = sum % 11
    return rest != 0 && value.digit(9) == 10 - rest
  }
}
