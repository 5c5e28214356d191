/// Identity numbers of the United States, Canada, Mexico, Brazil, Argentina and Chile.
///
/// Algorithms as in the documentation of python-stdnum 2.2, checked against it; each names its
/// register.
enum AmericanNumbers {
  /// The United States, social security number, or that of a taxpayer without one (9…).
  ///
  /// Source: Social Security Administration, randomization of 2011: no area 000 or 666, no group 00,
  /// no serial 0000; Internal Revenue Service for the groups of 9….
  static func socialSecurity(_ value: Compact) -> Grade {
    guard value.isDigits(9), let area = value.number(0..<3), let group = value.number(3..<5),
      let serial = value.number(5..<9), area != 0, area != 666, group != 0, serial != 0,
      !value.isUniform, value.number(0..<9) != 123_456_789
    else { return .fail }
    guard area >= 900 else {
      // Printed in a wallet of 1938, and in a brochure of 1940.
      let number = value.number(0..<9)
      return number == 78_051_120 || number == 219_099_999 ? .fail : .pass
    }
    switch group {
    case 50...65, 70...88, 90...92, 94...99: return .pass
    default: return .fail
    }
  }

  /// The United States, Drug Enforcement Administration: two letters, six digits, a check digit.
  static func prescriber(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 9, value.letter(0, isIn: "ABCDEFGHJKLMPRSTUX"),
      value.isLetter(1) || value.digit(1) == 9, let sum = value.sum(weights: "121212", from: 2)
    else { return false }
    return sum % 10 == value.digit(8)
  }

  /// Canada, social insurance number: nine digits, Luhn, none begins with 0 or 8.
  static func canadian(_ value: Compact) -> Bool {
    value.isDigits(9) && value.digit(0) != 0 && value.digit(0) != 8 && CheckDigits.isLuhn(value)
  }

  /// Brazil, CPF: nine digits and two check digits modulo 11.
  static func brazilian(_ value: Compact) -> Bool {
    guard value.isDigits(11), !value.isUniform,
      let first = value.sum(weights: "A98765432"), let second = value.sum(weights: "BA98765432")
    else { return false }
    return first * 10 % 11 % 10 == value.digit(9) && second * 10 % 11 % 10 == value.digit(10)
  }

  /// Chile, RUT: seven or eight digits and a check digit, K for ten.
  static func chilean(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 8 || value.count == 9,
      let sum = value.sum(weights: value.count == 9 ? "32765432" : "2765432")
    else { return false }
    return CheckDigits.isCheck(
      value, at: value.count - 1, for: (11 - sum % 11) % 11, in: "0123456789K")
  }

  /// Argentina, CUIT: ten digits and a check digit modulo 11.
  static func argentine(_ value: Compact) -> Bool {
    guard value.isDigits(11), let sum = value.sum(weights: "5432765432") else { return false }
    return CheckDigits.isCheck(value, at: 10, for: (11 - sum % 11) % 11, in: "01234567899")
  }

  /// Mexico, CURP: name, birth date, sex, state, a check digit over 37 characters.
  static func mexican(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 18, let month = value.number(6..<8),
      let day = value.number(8..<10), (1...12).contains(month), (1...31).contains(day),
      value.letter(10, isIn: "HMX"), let check = value.digit(17)
    else { return false }
    var sum = 0
    for index in 0..<17 {
      // Ñ stands between N and O and counts, though no code holds it.
      let letter = Int(value[index]) - 55
      let place = value.digit(index) ?? (letter > 23 ? letter + 1 : letter)
      sum += place * (18 - index)
    }
    return (10 - sum % 10) % 10 == check
  }
}
