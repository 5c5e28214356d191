/// The address of a wallet of a crypto-currency.
///
/// Source: BIP 173 and BIP 350 (bech32 and bech32m: a polynomial check over 32 characters). The check
/// of the older form (base 58) needs a double SHA-256 and is not made: its shape is judged.
enum WalletAddress {
  /// Passes with a right check, is weak for a form whose check is not made.
  static func grade(_ value: Span<UInt8>) -> Grade {
    guard value.count > 4 else { return .fail }
    if value[0] | 0x20 == UInt8(ascii: "b"), value[1] | 0x20 == UInt8(ascii: "c"),
      value[2] == UInt8(ascii: "1")
    {
      return isBech32(value) ? .pass : .fail
    }
    if value[0] == UInt8(ascii: "0") { return .weak }
    return isMixed(value) ? .weak : .fail
  }

  /// Base 58 mixes figures, capitals and small letters; a word or a number does not.
  private static func isMixed(_ value: Span<UInt8>) -> Bool {
    var digits = 0
    var capitals = 0
    var small = 0
    for index in value.indices {
      switch value[index] {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: capitals += 1
      case 0x61...0x7A: small += 1
      default: return false
      }
    }
    return digits > 1 && capitals > 2 && small > 2
  }

  private static func isBech32(_ value: Span<UInt8>) -> Bool {
    let characters: StaticString = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    let generators: InlineArray<5, UInt32> = [
      0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
    ]
    var check: UInt32 = 1
    func add(_ symbol: UInt32) {
      let top = check >> 25
      check = (check & 0x1ff_ffff) << 5 ^ symbol
      for bit in 0..<5 where top >> UInt32(bit) & 1 == 1 { check ^= generators[bit] }
    }
    // The human-readable part "bc", expanded.
    for symbol in [3, 3, 0, 2, 3] as [UInt32] { add(symbol) }
    for index in 3..<value.count {
      let byte = value[index] < 0x41 ? value[index] : value[index] | 0x20
      guard
        let symbol = characters.withUTF8Buffer({ table in table.firstIndex(of: byte) })
      else { return false }
      add(UInt32(symbol))
    }
    return check == 1 || check == 0x2bc8_30a3
  }
}
