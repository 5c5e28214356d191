/// The hash of a folded word: small letters of ASCII without accents and apostrophes.
///
/// Not for secrets; a table of public words and of one document's own words needs speed only.
package struct WordKey: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package init(of folded: some Sequence<UInt8>) {
    for byte in folded { add(byte) }
  }

  @inline(__always)
  package mutating func add(_ letter: UInt8) {
    value = (value ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  /// Spread over all bits, so that its upper and lower halves are independent.
  @inline(__always)
  package var mixed: UInt64 {
    var mixed = value
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    return mixed
  }
}
