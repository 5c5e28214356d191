/// Counts words as `wc` does: runs of anything but white space of ASCII.
package enum WordCount {
  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// O(n), eight bytes at a time.
  package static func of(_ text: [UInt8]) -> Int {
    text.withUnsafeBytes { bytes in
      var count = 0
      /// The top bit of the last byte before, if that was a word's.
      var before: UInt64 = 0
      var index = 0
      while index + 8 <= bytes.count {
        let group = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let words = ~space(group) & high
        let starts = words & ~(words << 8 | before)
        // The sum of eight bytes that are 0 or 1 comes out on top.
        count += Int(((starts >> 7) &* low) >> 56)
        before = words >> 56
        index += 8
      }
      for byte in bytes[index...] {
        let isWord = byte != 0x20 && byte &- 0x09 >= 5
        if isWord, before == 0 { count += 1 }
        before = isWord ? 0x80 : 0
      }
      return count
    }
  }

  /// The top bit of each byte that is a space or lies from 0x09 to 0x0D.
  @inline(__always)
  private static func space(_ group: UInt64) -> UInt64 {
    let rest = group & ~high
    // No byte carries into the next: each sum is below 256.
    let fromTab = rest &+ low &* (0x80 - 0x09)
    let beyond = rest &+ low &* (0x80 - 0x0E)
    let other = (rest ^ low &* 0x20) &+ ~high
    return (fromTab & ~beyond | ~other) & ~group & high
  }
}
