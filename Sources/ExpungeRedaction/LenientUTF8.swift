/// Decodes bytes that may not be UTF-8: a byte that begins no valid sequence stands for itself, as
/// in Latin-1, so that no value hides behind a broken encoding.
enum LenientUTF8 {
  /// The scalar at an offset, and how many bytes it takes; `value` is nil only past the end.
  static func scalar(at offset: Int, in bytes: [UInt8]) -> (value: Unicode.Scalar?, count: Int) {
    bytes.withUnsafeBufferPointer { scalar(at: offset, in: $0) }
  }

  static func scalar(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: Unicode.Scalar?, count: Int) {
    guard offset < bytes.count else { return (nil, 0) }
    let first = bytes[offset]
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1, offset + length <= bytes.count else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (Unicode.Scalar(first), 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isShortest = length == 2 || (length == 3 ? value >= 0x800 : value >= 0x10000)
    guard isShortest, let scalar = Unicode.Scalar(value) else {
      return (Unicode.Scalar(first), 1)
    }
    return (scalar, length)
  }
}
