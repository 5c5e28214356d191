/// A vehicle registration of the current form: two letters, an age identifier, three letters.
///
/// Source: DVLA leaflet INF104: the first two letters are none of I Q Z, the last three none of I Q;
/// the age identifier is the year of a March issue (02 to 30) or that plus fifty (51 to 80).
enum VehicleRegistration {
  /// Passes for the current form, is weak for I or Q in the last group and for older forms.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, (2...7).contains(compact.count) else { return .fail }
    guard compact.count == 7, compact.isLetter(0), compact.isLetter(1), compact.isLetter(4),
      compact.isLetter(5), compact.isLetter(6), let age = compact.number(2..<4)
    else { return .weak }
    guard (2...30).contains(age) || (51...80).contains(age), !compact.letter(0, isIn: "IQZ"),
      !compact.letter(1, isIn: "IQZ")
    else { return .fail }
    for index in 4..<7 where compact.letter(index, isIn: "IQ") { return .weak }
    return .pass
  }
}
