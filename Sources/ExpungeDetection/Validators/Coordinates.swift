/// Latitude and longitude in degrees with decimals.
///
/// Source: WGS 84; the United Kingdom lies between 49° and 61° north, 9° west and 2.2° east.
enum Coordinates {
  /// Passes inside those bounds, is weak a little outside.
  static func grade(_ value: Span<UInt8>) -> Grade {
    var values = InlineArray<2, Double>(repeating: 0)
    var count = 0
    var index = 0
    var isWest = false
    while index < value.count, count < 2 {
      guard (0x30...0x39).contains(value[index]) else {
        index += 1
        continue
      }
      let isNegative = index > 0 && value[index - 1] == UInt8(ascii: "-")
      let number = number(value, from: &index)
      values[count] = isNegative ? -number : number
      count += 1
    }
    while index < value.count {
      if value[index] == UInt8(ascii: "W") { isWest = true }
      index += 1
    }
    guard count == 2, (49...61).contains(values[0]) else { return .fail }
    let longitude = isWest ? -abs(values[1]) : values[1]
    return (-9...2.2).contains(longitude) ? .pass : abs(longitude) < 10 ? .weak : .fail
  }

  private static func number(_ value: Span<UInt8>, from index: inout Int) -> Double {
    var number = 0.0
    var scale = 1.0
    var isFraction = false
    while index < value.count {
      let byte = value[index]
      if (0x30...0x39).contains(byte) {
        number = number * 10 + Double(byte - 0x30)
        if isFraction { scale *= 10 }
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      index += 1
    }
    return number / scale
  }
}
