/// Appends numbers as LEB128, bytes after their count.
struct MessageWriter {
  private(set) var message: [UInt8] = []

  mutating func byte(_ value: UInt8) { message.append(value) }

  mutating func number(_ value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      message.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    message.append(UInt8(rest))
  }

  mutating func bytes(_ value: [UInt8]) {
    number(value.count)
    message += value
  }
}
