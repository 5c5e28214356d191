/// Identity numbers of Sweden, Norway, Denmark, Finland, Iceland, Estonia and Lithuania.
///
/// Algorithms as in the documentation of python-stdnum 2.2, checked against it. All begin with the
/// birth date and give the sex away.
enum NorthernEuropeanNumbers {
  /// Sweden: YYMMDD, three figures, Luhn; two figures of the century may stand before.
  static func swedish(_ value: Compact) -> Bool {
    guard value.isDigits(10) || value.isDigits(12),
      let month = value.number(value.count - 8..<value.count - 6),
      let day = value.number(value.count - 6..<value.count - 4),
      let year = value.number(value.count - 10..<value.count - 8)
    else { return false }
    // Coordination numbers add sixty to the day.
    guard CalendarDate.isReal(day: day > 60 ? day - 60 : day, month: month, shortYear: year) else {
      return false
    }
    return CheckDigits.isLuhn(Compact(value, from: value.count - 10))
  }

  /// Norway: DDMMYY, three figures, two check digits modulo 11.
  static func norwegian(_ value: Compact) -> Bool {
    guard value.isDigits(11), let day = value.number(0..<2), let month = value.number(2..<4),
      let year = value.number(4..<6),
      CalendarDate.isReal(day: day > 40 ? day - 40 : day, month: month % 40, shortYear: year)
    else { return false }
    return CheckDigits.isMultiple(value, weights: "3761894521", of: 11)
      && CheckDigits.isMultiple(value, weights: "54327654321", of: 11)
  }

  /// Denmark: DDMMYY and four figures; checks are no longer given.
  static func danish(_ value: Compact) -> Bool {
    guard value.isDigits(10), let day = value.number(0..<2), let month = value.number(2..<4),
      let year = value.number(4..<6)
    else { return false }
    return CalendarDate.isReal(day: day, month: month, shortYear: year)
  }

  /// Finland: DDMMYY, a sign of the century, three figures, the remainder by 31 as a character.
  static func finnish(_ value: Compact) -> Bool {
    // The sign of the century is kept only where it is a letter.
    guard !value.isForeign, value.count == 10 || value.count == 11, let date = value.number(0..<6),
      let serial = value.number(value.count - 4..<value.count - 1),
      CalendarDate.isReal(
        day: date / 10_000, month: date / 100 % 100, shortYear: date % 100),
      value.count == 10 || value.letter(6, isIn: "ABCDEFUVWXY")
    else { return false }
    return CheckDigits.isCheck(
      value, at: value.count - 1, for: (date * 1000 + serial) % 31,
      in: "0123456789ABCDEFHJKLMNPRSTUVWXY")
  }

  /// Iceland: DDMMYY, two figures, a check digit modulo 11, a figure of the century.
  static func icelandic(_ value: Compact) -> Bool {
    guard value.isDigits(10), let day = value.number(0..<2), let month = value.number(2..<4),
      let year = value.number(4..<6), let century = value.digit(9),
      century == 0 || century >= 8
    else { return false }
    // Those of companies add forty to the day.
    return CalendarDate.isReal(day: day > 40 ? day - 40 : day, month: month, shortYear: year)
      && CheckDigits.isMultiple(value, weights: "327654321", of: 11)
  }

  /// Estonia and Lithuania: sex and century, YYMMDD, three figures, a check digit modulo 11.
  static func baltic(_ value: Compact) -> Bool {
    guard value.isDigits(11), let first = value.digit(0), (1...8).contains(first),
      let year = value.number(1..<3), let month = value.number(3..<5),
      let day = value.number(5..<7),
      CalendarDate.isReal(day: day, month: month, shortYear: year),
      var rest = value.sum(weights: "1234567891").map({ $0 % 11 })
    else { return false }
    if rest == 10 { rest = (value.sum(weights: "3456789123") ?? 0) % 11 % 10 }
    return rest == value.digit(10)
  }
}
