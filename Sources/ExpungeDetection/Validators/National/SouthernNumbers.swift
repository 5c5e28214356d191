/// Identity numbers of Australia, New Zealand and South Africa.
///
/// Algorithms as in the documentation of python-stdnum 2.2, checked against it where it has them;
/// each names its register.
enum SouthernNumbers {
  /// Australia, tax file number: nine digits, modulus 11.
  static func australianTax(_ value: Compact) -> Bool {
    value.isDigits(9) && !value.isUniform
      && CheckDigits.isMultiple(value, weights: "14375869A", of: 11)
  }

  /// Australia, Medicare: ten or eleven digits, the ninth a check digit.
  static func australianMedicare(_ value: Compact) -> Bool {
    guard value.isDigits(10) || value.isDigits(11), let first = value.digit(0),
      (2...6).contains(first), let sum = value.sum(weights: "13791379")
    else { return false }
    return sum % 10 == value.digit(8)
  }

  /// Australia, number of a business (eleven digits, modulus 89) or company (nine, modulus 10).
  static func australianBusiness(_ value: Compact) -> Bool {
    if value.isDigits(11), let sum = value.sum(weights: "A13579BDFHJ") {
      return value.digit(0) != 0 && (sum - 10).isMultiple(of: 89)
    }
    return value.isDigits(9) && CheckDigits.isMultiple(value, weights: "876543211", of: 10)
  }

  /// New Zealand, Inland Revenue: eight or nine digits, modulus 11 with two sets of weights.
  static func newZealandTax(_ value: Compact) -> Bool {
    guard value.isDigits(8) || value.isDigits(9), let number = value.number(0..<value.count),
      (10_000_000...150_000_000).contains(number), let check = value.digit(value.count - 1)
    else { return false }
    let isLong = value.count == 9
    func expected(_ weights: StaticString) -> Int? {
      value.sum(weights: weights).map { (11 - $0 % 11) % 11 }
    }
    guard let first = expected(isLong ? "32765432" : "2765432") else { return false }
    guard first == 10 else { return first == check }
    return expected(isLong ? "74325276" : "4325276") == check
  }

  /// South Africa, identity number: YYMMDD, serial, citizenship, Luhn.
  static func southAfrican(_ value: Compact) -> Bool {
    guard value.isDigits(13), let year = value.number(0..<2), let month = value.number(2..<4),
      let day = value.number(4..<6), let citizenship = value.digit(10), citizenship <= 2
    else { return false }
    return CalendarDate.isReal(day: day, month: month, shortYear: year)
      && CheckDigits.isLuhn(value)
  }
}
