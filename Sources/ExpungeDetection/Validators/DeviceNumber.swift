/// The number of one telephone, SIM card or vehicle.
///
/// Source: 3GPP TS 23.003 (IMEI: fifteen digits, Luhn), ITU-T E.118 (SIM cards: 89, nineteen or twenty
/// digits, Luhn), ISO 3779 with 49 CFR 565 (vehicle identification number and its check).
enum DeviceNumber {
  /// Passes with a right check, fails otherwise.
  static func telephoneGrade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    let isDevice = compact.isDigits(15)
    let isCard =
      (compact.isDigits(19) || compact.isDigits(20)) && compact.number(0..<2) == 89
    return (isDevice || isCard) && !compact.isUniform && CheckDigits.isLuhn(compact) ? .pass : .fail
  }

  /// Passes with a right check, is weak without: makers outside North America give none.
  static func vehicleGrade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, compact.count == 17 else { return .fail }
    let values: StaticString = "12345678012345070923456789"
    let weights: StaticString = "8765432A098765432"
    var sum = 0
    for index in 0..<17 {
      if compact.letter(index, isIn: "IOQ") { return .fail }
      let letter = Int(compact[index]) - 65
      let worth = compact.digit(index) ?? Int(values.byte(letter)) - 0x30
      let weight = weights.byte(index)
      sum += worth * (weight == UInt8(ascii: "A") ? 10 : Int(weight) - 0x30)
    }
    guard compact.number(13..<17) != nil else { return .fail }
    return CheckDigits.isCheck(compact, at: 8, for: sum % 11, in: "0123456789X") ? .pass : .weak
  }
}
