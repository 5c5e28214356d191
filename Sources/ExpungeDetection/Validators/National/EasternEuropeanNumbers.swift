/// Identity numbers of Bulgaria, Romania, the Czech Republic and Slovakia, Croatia, Greece and
/// Turkey.
///
/// Algorithms as in the documentation of python-stdnum 2.2, checked against it.
enum EasternEuropeanNumbers {
  /// Bulgaria, EGN: YYMMDD (20 or 40 added to the month for other centuries), a check digit.
  static func bulgarian(_ value: Compact) -> Bool {
    guard value.isDigits(10), let year = value.number(0..<2), let month = value.number(2..<4),
      let day = value.number(4..<6), month <= 52,
      CalendarDate.isReal(day: day, month: month % 20, shortYear: year),
      let sum = value.sum(weights: "2485A9736")
    else { return false }
    return sum % 11 % 10 == value.digit(9)
  }

  /// Romania, CNP: sex and century, YYMMDD, county, serial, a check digit.
  static func romanian(_ value: Compact) -> Bool {
    guard value.isDigits(13), let first = value.digit(0), first > 0,
      let year = value.number(1..<3), let month = value.number(3..<5),
      let day = value.number(5..<7), let county = value.number(7..<9), (1...70).contains(county),
      CalendarDate.isReal(day: day, month: month, shortYear: year),
      let sum = value.sum(weights: "279146358279")
    else { return false }
    let check = sum % 11
    return (check == 10 ? 1 : check) == value.digit(12)
  }

  /// The Czech Republic and Slovakia, birth number: YYMMDD (50 added for women), a multiple of 11.
  static func czech(_ value: Compact) -> Bool {
    guard value.isDigits(9) || value.isDigits(10), let year = value.number(0..<2),
      let coded = value.number(2..<4), let day = value.number(4..<6)
    else { return false }
    // Twenty more where the serials of a day ran out.
    let month = coded % 50 % 20
    guard CalendarDate.isReal(day: day, month: month, shortYear: year) else { return false }
    guard value.count == 10, let number = value.number(0..<9), let last = value.digit(9) else {
      return year <= 53
    }
    return number % 11 % 10 == last
  }

  /// Croatia, OIB: eleven digits, ISO 7064 MOD 11,10.
  static func croatian(_ value: Compact) -> Bool {
    value.isDigits(11) && CheckDigits.isHybrid(value)
  }

  /// Greece, AMKA: DDMMYY and five figures, Luhn.
  static func greek(_ value: Compact) -> Bool {
    guard value.isDigits(11), let day = value.number(0..<2), let month = value.number(2..<4),
      let year = value.number(4..<6)
    else { return false }
    return CalendarDate.isReal(day: day, month: month, shortYear: year)
      && CheckDigits.isLuhn(value)
  }

  /// Turkey, identity number: eleven digits, two check digits.
  static func turkish(_ value: Compact) -> Bool {
    guard value.isDigits(11), value.digit(0) != 0,
      let odd = value.sum(weights: "101010101"), let even = value.sum(weights: "01010101"),
      let tenth = value.digit(9)
    else { return false }
    return (odd * 7 + even * 9) % 10 == tenth && (odd + even + tenth) % 10 == value.digit(10)
  }
}
