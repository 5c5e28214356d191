/// The Polish national identity number: eleven digits, birth date first.
///
/// YYMMDD with 20, 40, 60 or 80 added to the month for other centuries than the twentieth, four
/// digits of which the last is odd for a man, and a check digit (weights 1 3 7 9 …). Source: Polish
/// Act on population registration of 24 September 2010, article 15.
enum PESEL {
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard compact.isDigits(11), let year = compact.number(0..<2), let coded = compact.number(2..<4),
      let day = compact.number(4..<6), let sum = compact.sum(weights: "13791379131"),
      sum.isMultiple(of: 10)
    else { return .fail }
    let centuries = [1900, 2000, 2100, 2200, 1800]
    return CalendarDate.isReal(day: day, month: coded % 20, year: centuries[coded / 20] + year)
      ? .pass : .fail
  }
}
