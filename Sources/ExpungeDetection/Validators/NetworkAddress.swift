/// An internet address of version 4: four octets. Source: RFC 791; RFC 1918 for private ones.
enum NetworkAddress {
  /// Passes for a public address, is weak for one of a private network or of the machine itself.
  static func grade(_ value: Span<UInt8>) -> Grade {
    var octets = InlineArray<4, Int>(repeating: 0)
    var count = 0
    var length = 0
    for index in value.indices {
      let byte = value[index]
      if byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ".") {
        guard length > 0, count < 3 else { return .fail }
        count += 1
        length = 0
      } else {
        guard (0x30...0x39).contains(byte), length < 3 else { return .fail }
        octets[count] = octets[count] * 10 + Int(byte - 0x30)
        length += 1
      }
    }
    guard count == 3, length > 0, octets[0] > 0 else { return .fail }
    for index in 0..<4 where octets[index] > 255 { return .fail }
    return switch (octets[0], octets[1]) {
    case (10, _), (127, _), (192, 168), (172, 16...31): .weak
    default: .pass
    }
  }
}
