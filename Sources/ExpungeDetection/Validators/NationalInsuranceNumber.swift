/// A National Insurance number: two letters, six digits, a letter from A to D.
///
/// It has no check digit. Source: HMRC, National Insurance Manual NIM39110: the first letter is
/// none of D F I Q U V, the second none of those nor O; BG GB KN NK NT TN ZZ are not used.
enum NationalInsuranceNumber {
  /// Passes where the prefix can be issued; weak for prefixes used for administration, for the
  /// printed example QQ, and where the last letter is missing.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, compact.count == 8 || compact.count == 9,
      compact.isLetter(0), compact.isLetter(1), compact.number(2..<8) != nil
    else { return .fail }
    if compact.count == 9, !compact.letter(8, isIn: "ABCD") { return .fail }
    let first = compact[0]
    let second = compact[1]
    if isPair(first, second, in: "QQ") { return .weak }
    guard !("DFIQUV" as StaticString).holds(first), !("DFIQUVO" as StaticString).holds(second),
      !isPair(first, second, in: "BGGBKNNKNTTNZZ")
    else { return isPair(first, second, in: "OO") ? .weak : .fail }
    if isPair(first, second, in: "CRFYMWNCPPPYPZ") { return .weak }
    return compact.count == 9 ? .pass : .weak
  }

  private static func isPair(
    _ first: UInt8, _ second: UInt8, in pairs: StaticString
  ) -> Bool {
    pairs.withUTF8Buffer { pairs in
      stride(from: 0, to: pairs.count - 1, by: 2).contains {
        pairs[$0] == first && pairs[$0 + 1] == second
      }
    }
  }
}
