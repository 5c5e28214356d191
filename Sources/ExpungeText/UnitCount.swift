/// How long a stretch of valid UTF-8 is in the other units.
package struct UnitCount: Hashable, Sendable {
  package var scalars = 0
  package var utf16 = 0

  package init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer where byte & 0xC0 != 0x80 {
        scalars += 1
        utf16 += byte >= 0xF0 ? 2 : 1
      }
    }
  }
}
