/// What a hash function made of some bytes.
package struct Digest: Hashable, Sendable {
  /// 16 or 32 bytes.
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Lower-case hexadecimal, two digits a byte.
  package var hexadecimal: String { Hexadecimal.encode(bytes) }
}
