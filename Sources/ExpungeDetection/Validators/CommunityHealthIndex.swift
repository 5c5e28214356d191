/// The number of a patient of the NHS in Scotland.
///
/// Birth date as DDMMYY, two digits, a digit that is odd for a man and even for a woman, and the
/// modulus-11 check digit of the NHS number. Source: NHS Data Dictionary, Community Health Index
/// number. One random number in three hundred passes; a true one gives away birth date and sex.
enum CommunityHealthIndex {
  static func grade(_ value: Span<UInt8>) -> Grade {
    isValid(Compact(value)) ? .pass : .fail
  }

  static func isValid(_ value: Compact) -> Bool {
    guard NHSNumber.isChecked(value), let day = value.number(0..<2),
      let month = value.number(2..<4), let year = value.number(4..<6)
    else { return false }
    return CalendarDate.isReal(day: day, month: month, shortYear: year)
  }
}
