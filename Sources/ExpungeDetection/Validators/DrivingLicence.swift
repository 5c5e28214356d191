/// The driver number of a licence of Great Britain: sixteen characters.
///
/// Five of the surname (padded with 9), the decade of birth, month (plus 50 for a woman), day, the
/// last figure of the year, two initials (padded with 9), an arbitrary character, two check letters.
/// Source: DVLA, the example MORGA 657054 SM 9IJ. The check letters are not public. A true number
/// gives away the beginning of the surname, birth date, sex and initials.
enum DrivingLicence {
  /// Passes with a birth date of the calendar, is weak for the eight digits of Northern Ireland.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    if compact.isDigits(8) { return .weak }
    return isValid(compact) ? .pass : .fail
  }

  static func isValid(_ value: Compact) -> Bool {
    // The licence's issue number of two digits may follow.
    guard !value.isForeign,
      value.count == 16 || (value.count == 18 && value.number(16..<18) != nil),
      isPadded(value, 0..<5, atLeast: 1), isPadded(value, 11..<13, atLeast: 0),
      let decade = value.digit(5), let month = value.number(6..<8), let day = value.number(8..<10),
      let year = value.digit(10), value.isLetter(14), value.isLetter(15)
    else { return false }
    return CalendarDate.isReal(
      day: day, month: month > 50 ? month - 50 : month, shortYear: decade * 10 + year)
  }

  /// Letters, then nines.
  private static func isPadded(
    _ value: Compact, _ range: Range<Int>, atLeast letters: Int
  ) -> Bool {
    var found = 0
    var isPadding = false
    for index in range {
      if value.isLetter(index) {
        guard !isPadding else { return false }
        found += 1
      } else {
        guard value.digit(index) == 9 else { return false }
        isPadding = true
      }
    }
    return found >= letters
  }
}
