/// Reads the literals that the build wrote: six bits a character, from "0" on.
///
/// The alphabet is one run of ASCII, so that eight characters become six bytes by a few shifts and
/// no table; "\" needs no escape in a raw literal.
enum EmbeddedBytes {
  /// - Precondition: `text` is the build's own: groups of eight characters, the first of them the
  ///   number of bytes.
  static func decode(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { input in
      let groups = input.count / 8
      guard groups > 0, let source = UnsafeRawPointer(input.baseAddress) else { return [] }
      func group(_ index: Int) -> UInt64 {
        value(source.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
      }
      let count = min(Int(group(0)), 6 * (groups - 1))
      // Each group is written as eight bytes, two of which the next one replaces.
      return [UInt8](unsafeUninitializedCapacity: 6 * groups + 2) { output, written in
        let target = UnsafeMutableRawBufferPointer(output)
        for index in 1..<groups {
          target.storeBytes(
            of: group(index).littleEndian, toByteOffset: 6 * (index - 1), as: UInt64.self)
        }
        written = count
      }
    }
  }

  /// Forty-eight bits from eight characters, the first character lowest.
  private static func value(_ characters: UInt64) -> UInt64 {
    let six = UInt64(littleEndian: characters) &- 0x3030_3030_3030_3030
    let twelve = six & 0x003F_003F_003F_003F | six >> 2 & 0x0FC0_0FC0_0FC0_0FC0
    let half = twelve & 0x0000_0FFF_0000_0FFF | twelve >> 4 & 0x00FF_F000_00FF_F000
    return half & 0xFF_FFFF | half >> 8 & 0xFFFF_FF00_0000
  }
}
