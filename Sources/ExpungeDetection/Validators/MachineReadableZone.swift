/// A line of the machine-readable zone of a passport, identity card or visa.
///
/// Source: ICAO Doc 9303 part 3, section 4.9: each field's characters count 0 to 9, A to Z as 10 to
/// 35 and the filler as nothing, times 7, 3, 1, modulo 10.
enum MachineReadableZone {
  /// Passes with right check digits of number, birth and expiry; is weak for a line that has none.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let isNumbered =
      (0x30...0x39).contains(byte(value, 9)) && (0x30...0x39).contains(byte(value, 13))
    guard isNumbered else { return .weak }
    return isChecked(value, 0..<9) && isChecked(value, 13..<19) && isChecked(value, 21..<27)
      ? .pass : .fail
  }

  private static func byte(_ value: Span<UInt8>, _ index: Int) -> UInt8 {
    index < value.count ? value[index] : 0
  }

  /// Whether the digit after a field is its check.
  private static func isChecked(_ value: Span<UInt8>, _ field: Range<Int>) -> Bool {
    var sum = 0
    for index in field {
      let weight = [7, 3, 1][(index - field.lowerBound) % 3]
      switch byte(value, index) {
      case let digit where (0x30...0x39).contains(digit): sum += Int(digit - 0x30) * weight
      case let letter where (0x41...0x5A).contains(letter): sum += Int(letter - 55) * weight
      case UInt8(ascii: "<"): break
      default: return false
      }
    }
    return Int(byte(value, field.upperBound)) - 0x30 == sum % 10
  }
}
