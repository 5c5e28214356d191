/// A unique pupil number: a check letter and twelve digits, or, while temporary, eleven digits and a
/// letter.
///
/// The letter is the (Σ digit × 2…13) mod 23 th of the alphabet without I, O and S. Source: Department
/// for Education, Unique pupil numbers: guidance for schools; the last digit of a temporary number is
/// a letter.
enum PupilNumber {
  private static let letters: StaticString = "ABCDEFGHJKLMNPQRTUVWXYZ"

  /// Passes with the right letter, is weak with a wrong one or where the number is temporary.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, compact.count == 13, compact.isLetter(0),
      compact.number(1..<12) != nil, letters.holds(compact[0])
    else { return .fail }
    guard let sum = compact.sum(weights: "23456789ABCD", from: 1) else { return .weak }
    return letters.byte(sum % 23) == compact[0] ? .pass : .weak
  }
}
