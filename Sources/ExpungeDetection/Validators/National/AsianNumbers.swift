/// Identity numbers of India, Singapore, Hong Kong, China, South Korea, Malaysia, Thailand and Israel.
///
/// Algorithms as in the documentation of python-stdnum 2.2, checked against it where it has them;
/// each names its register.
enum AsianNumbers {
  /// India, Aadhaar: twelve digits, none begins with 0 or 1, Verhoeff; no palindrome.
  static func aadhaar(_ value: Compact) -> Bool {
    guard value.isDigits(12), let first = value.digit(0), first > 1 else { return false }
    var isPalindrome = true
    for index in 0..<6 where value[index] != value[11 - index] { isPalindrome = false }
    return !isPalindrome && CheckDigits.isVerhoeff(value)
  }

  /// India, permanent account number: five letters of which the fourth is the kind of holder.
  ///
  /// Passes for a person (P), is weak for a company, trust or authority.
  static func permanentAccount(_ value: Compact) -> Grade {
    guard !value.isForeign, value.count == 10, value.letter(3, isIn: "ABCFGHJKLPT"),
      value.isLetter(0), value.isLetter(1), value.isLetter(2), value.isLetter(4),
      let serial = value.number(5..<9), serial > 0, value.isLetter(9)
    else { return .fail }
    return value.letter(3, isIn: "P") ? .pass : .weak
  }

  /// Singapore, NRIC and FIN: a letter of the series, seven digits, a check letter of that series.
  static func singaporean(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 9, value.letter(0, isIn: "STFGM"),
      let sum = value.sum(weights: "2765432", from: 1)
    else { return false }
    return switch value[0] {
    case UInt8(ascii: "S"):
      CheckDigits.isCheck(value, at: 8, for: sum % 11, in: "JZIHGFEDCBA")
    case UInt8(ascii: "T"):
      CheckDigits.isCheck(value, at: 8, for: (sum + 4) % 11, in: "JZIHGFEDCBA")
    case UInt8(ascii: "F"):
      CheckDigits.isCheck(value, at: 8, for: sum % 11, in: "XWUTRQPNMLK")
    case UInt8(ascii: "G"):
      CheckDigits.isCheck(value, at: 8, for: (sum + 4) % 11, in: "XWUTRQPNMLK")
    default:
      CheckDigits.isCheck(value, at: 8, for: 10 - (sum + 3) % 11, in: "KLJNPQRTUWX")
    }
  }

  /// Hong Kong, identity card: one or two letters, six digits, a check digit or A.
  static func hongKong(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 8 || value.count == 9 else { return false }
    let letters = value.count - 7
    var sum = letters == 1 ? 36 * 9 : 0
    for index in 0..<letters {
      guard value.isLetter(index) else { return false }
      sum += (Int(value[index]) - 55) * (letters == 1 ? 8 : 9 - index)
    }
    guard let figures = value.sum(weights: "765432", from: letters) else { return false }
    sum += figures
    let check = value.letter(value.count - 1, isIn: "A") ? 10 : value.digit(value.count - 1)
    return check.map { (sum + $0).isMultiple(of: 11) } ?? false
  }

  /// China, resident identity: area, birth date, serial, ISO 7064 MOD 11-2.
  static func chinese(_ value: Compact) -> Bool {
    guard !value.isForeign, value.count == 18, let year = value.number(6..<10),
      let month = value.number(10..<12), let day = value.number(12..<14),
      (1880...2099).contains(year), CalendarDate.isReal(day: day, month: month, year: year)
    else { return false }
    return CheckDigits.isPure(value)
  }

  /// South Korea, resident registration: YYMMDD, sex and century, serial.
  ///
  /// Passes with the old check digit, is weak without: numbers given from October 2020 on have none.
  static func korean(_ value: Compact) -> Grade {
    guard value.isDigits(13), let year = value.number(0..<2), let month = value.number(2..<4),
      let day = value.number(4..<6), let sex = value.digit(6), (1...8).contains(sex),
      CalendarDate.isReal(day: day, month: month, shortYear: year),
      let sum = value.sum(weights: "234567892345")
    else { return .fail }
    return (11 - sum % 11) % 10 == value.digit(12) ? .pass : .weak
  }

  /// Malaysia, identity card: YYMMDD, a place of birth that exists, serial.
  static func malaysian(_ value: Compact) -> Bool {
    guard value.isDigits(12), let year = value.number(0..<2), let month = value.number(2..<4),
      let day = value.number(4..<6), let place = value.number(6..<8)
    else { return false }
    let isPlace = (1...16).contains(place) || (21...68).contains(place) || (71...93).contains(place)
    return isPlace && CalendarDate.isReal(day: day, month: month, shortYear: year)
  }

  /// Thailand, identity card: thirteen digits, a check digit modulo 11.
  static func thai(_ value: Compact) -> Bool {
    guard value.isDigits(13), let first = value.digit(0), (1...8).contains(first),
      let sum = value.sum(weights: "DCBA98765432")
    else { return false }
    return (11 - sum % 11) % 10 == value.digit(12)
  }

  /// Israel, identity number: nine digits, Luhn.
  static func israeli(_ value: Compact) -> Bool {
    value.isDigits(9) && !value.isUniform && CheckDigits.isLuhn(value)
  }
}
