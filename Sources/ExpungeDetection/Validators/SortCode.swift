/// A bank's sort code: six digits in pairs, which may also be a date.
///
/// Source: Pay.UK, sorting codes. There is no check digit in the code itself.
enum SortCode {
  /// Weak where the pairs are a day, a month and a year; passes otherwise.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard compact.isDigits(6), let day = compact.number(0..<2), let month = compact.number(2..<4),
      let year = compact.number(4..<6)
    else { return .fail }
    return CalendarDate.isReal(day: day, month: month, shortYear: year) ? .weak : .pass
  }
}
