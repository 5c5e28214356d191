/// An international bank account number: a country, its length, and modulus 97.
///
/// Source: ISO 13616; lengths from the SWIFT IBAN registry.
enum IBAN {
  /// Country and length, in twos.
  private static let lengths: StaticString = """
    AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24\
    FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32\
    LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24\
    RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
    """

  /// Passes with a right check, is weak where country and length hold and the check does not.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, compact.count > 4, compact.isLetter(0), compact.isLetter(1),
      compact.number(2..<4) != nil, length(compact[0], compact[1]) == compact.count
    else { return .fail }
    return remainder(compact) == 1 ? .pass : .weak
  }

  private static func length(_ first: UInt8, _ second: UInt8) -> Int? {
    lengths.withUTF8Buffer { table in
      stride(from: 0, to: table.count, by: 4).first {
        table[$0] == first && table[$0 + 1] == second
      }.map { Int(table[$0 + 2] - 0x30) * 10 + Int(table[$0 + 3] - 0x30) }
    }
  }

  /// The first four characters move to the end; A is 10, Z is 35.
  private static func remainder(_ value: Compact) -> Int {
    var remainder = 0
    for place in 0..<value.count {
      let index = (place + 4) % value.count
      if let digit = value.digit(index) {
        remainder = (remainder * 10 + digit) % 97
      } else {
        remainder = (remainder * 100 + Int(value[index]) - 55) % 97
      }
    }
    return remainder
  }
}
