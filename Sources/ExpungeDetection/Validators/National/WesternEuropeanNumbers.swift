/// Identity numbers of France, Belgium, the Netherlands, Ireland, Germany, Austria, Switzerland,
/// Italy, Spain and Portugal.
///
/// Algorithms as in the documentation of python-stdnum 2.2, checked against it; each names its
/// register.
enum WesternEuropeanNumbers {
  /// France, INSEE: thirteen figures (2A and 2B for Corsica) and 97 − their remainder.
  static func frenchSocialSecurity(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 15, let sex = value.digit(0), sex == 1 || sex == 2,
      let before = value.number(0..<5), let department = value.digit(5),
      let after = value.number(7..<13), let check = value.number(13..<15)
    else { return false }
    let second: Int
    var correction = 0
    if let digit = value.digit(6) {
      second = digit
    } else if department == 2, value.letter(6, isIn: "AB") {
      second = 0
      correction = value.letter(6, isIn: "A") ? 1_000_000 : 2_000_000
    } else {
      return false
    }
    let corsica = correction == 0 ? second : 0
    let number = (before * 100 + department * 10 + corsica) * 1_000_000 + after - correction
    return 97 - number % 97 == check
  }

  /// Belgium, national register: birth date, serial, 97 − remainder; a 2 before it from 2000 on.
  static func belgianNational(_ value: Compact) -> Bool {
    guard value.isDigits(11), let number = value.number(0..<9), let check = value.number(9..<11),
      let month = value.number(2..<4), let day = value.number(4..<6), month % 20 <= 12, day <= 31
    else { return false }
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
  }

  /// The Netherlands, citizen service number: nine digits, "eleven test" with −1 for the last.
  static func dutchCitizen(_ value: Compact) -> Bool {
    value.isDigits(9) && !value.isUniform
      && CheckDigits.isMultiple(value, weights: "98765432A", of: 11)
  }

  /// Ireland, Personal Public Service number: seven digits, a check letter, from 2013 one more.
  static func irishPublicService(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 8 || value.count == 9,
      var sum = value.sum(weights: "8765432")
    else { return false }
    if value.count == 9 {
      guard value.isLetter(8) else { return false }
      // W, as in the old form for a wife, counts nothing.
      if !value.letter(8, isIn: "WT") { sum += (Int(value[8]) - 64) * 9 }
    }
    return CheckDigits.isCheck(value, at: 7, for: sum % 23, in: "WABCDEFGHIJKLMNOPQRSTUV")
  }

  /// Germany, tax identification number: eleven digits, ISO 7064 MOD 11,10, not beginning with 0.
  static func germanTax(_ value: Compact) -> Bool {
    guard value.isDigits(11), value.digit(0) != 0, CheckDigits.isHybrid(value) else { return false }
    // One or two digits of the first ten come back, so that at least one is missing.
    var seen: UInt16 = 0
    for index in 0..<10 { seen |= 1 << UInt16(value.digit(index) ?? 0) }
    return (8...9).contains(seen.nonzeroBitCount)
  }

  /// Germany, pension insurance: area, birth date, initial of the birth name, serial, check digit.
  static func germanPension(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 12, value.isLetter(8), let check = value.digit(11),
      let month = value.number(4..<6), (1...12).contains(month)
    else { return false }
    let letter = Int(value[8]) - 64
    let weights: StaticString = "212571212121"
    var sum = 0
    var place = 0
    func add(_ digit: Int) {
      let product = digit * (Int(weights.byte(place)) - 0x30)
      sum += product / 10 + product % 10
      place += 1
    }
    for index in 0..<11 {
      if index == 8 {
        add(letter / 10)
        add(letter % 10)
      } else if let digit = value.digit(index) {
        add(digit)
      } else {
        return false
      }
    }
    return sum % 10 == check
  }

  /// Germany, number of an identity card or passport with its check digit (ICAO 9303: 7, 3, 1).
  static func germanDocument(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 10, value.letter(0, isIn: "CFGHJKLMNPRTVWXYZ"),
      let check = value.digit(9)
    else { return false }
    var sum = 0
    for index in 0..<9 {
      let character = value.digit(index) ?? Int(value[index]) - 55
      sum += character * [7, 3, 1][index % 3]
    }
    return sum % 10 == check
  }

  /// Austria, social insurance: the fourth digit checks the others; then the birth date.
  static func austrianSocialInsurance(_ value: Compact) -> Bool {
    guard value.isDigits(10), value.digit(0) != 0, let sum = value.sum(weights: "3790584216"),
      let day = value.number(4..<6), (1...31).contains(day)
    else { return false }
    return sum % 11 == value.digit(3)
  }

  /// Switzerland, old-age insurance: 756, nine digits, the check digit of an EAN-13.
  static func swissOldAge(_ value: Compact) -> Bool {
    value.isDigits(13) && value.number(0..<3) == 756
      && CheckDigits.isMultiple(value, weights: "1313131313131", of: 10)
  }

  /// Spain, national identity document or that of a foreigner: the number's remainder by 23.
  static func spanishIdentity(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 9 else { return false }
    let number: Int?
    if value.letter(0, isIn: "XYZ") {
      number = value.number(1..<8).map { (Int(value[0]) - 88) * 10_000_000 + $0 }
    } else {
      number = value.number(0..<8)
    }
    guard let number else { return false }
    return CheckDigits.isCheck(value, at: 8, for: number % 23, in: "TRWAGMYFPDXBNJZSQVHLCKE")
  }

  /// Portugal, taxpayer: nine digits, modulus 11.
  static func portugueseTax(_ value: Compact) -> Bool {
    guard value.isDigits(9), value.digit(0) != 0, let sum = value.sum(weights: "98765432") else {
      return false
    }
    return (11 - sum % 11) % 11 % 10 == value.digit(8)
  }

  /// Italy, fiscal code: surname, forename, birth date, sex, birthplace, check letter.
  ///
  /// Source: decree of the Ministry of Finance of 23 December 1976.
  static func italianFiscalCode(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 16, value.letter(8, isIn: "ABCDEHLMPRST"),
      value.isLetter(11), value.isLetter(15)
    else { return false }
    for index in 0..<6 where !value.isLetter(index) { return false }
    // Letters stand for digits where two people would have the same code.
    for index in [6, 7, 9, 10, 12, 13, 14]
    where value.digit(index) == nil && !value.letter(index, isIn: "LMNPQRSTUV") { return false }
    let odd: StaticString = "BAFHJNPRTVBAFHJNPRTVCESULDGIMOQKWZYX"
    var sum = 0
    for index in 0..<15 {
      let place = value.digit(index) ?? Int(value[index]) - 55
      if index.isMultiple(of: 2) {
        sum += Int(odd.byte(place)) - 65
      } else {
        sum += place < 10 ? place : place - 10
      }
    }
    return Int(value[15]) - 65 == sum % 26
  }
}
