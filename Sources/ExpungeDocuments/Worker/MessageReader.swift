import ExpungeText

/// Takes a message apart without trust: whatever does not fit is garbage, never a trap.
struct MessageReader {
  private let message: [UInt8]
  private var index = 0

  init(_ message: [UInt8]) { self.message = message }

  var isAtEnd: Bool { index == message.count }

  mutating func byte() throws(PartsMessage.Garbage) -> UInt8 {
    guard index < message.count else { throw .short }
    defer { index += 1 }
    return message[index]
  }

  /// Below 2^56, so that sums of a few cannot overflow.
  mutating func number() throws(PartsMessage.Garbage) -> Int {
    var value = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      let next = try byte()
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { return value }
    }
    throw .number
  }

  mutating func count(atMost limit: Int) throws(PartsMessage.Garbage) -> Int {
    let count = try number()
    // Every item takes at least a byte: a count without them must not reserve memory.
    guard count <= limit, count <= message.count - index else { throw .tooMuch }
    return count
  }

  mutating func bytes(atMost limit: Int) throws(PartsMessage.Garbage) -> [UInt8] {
    let count = try number()
    guard count <= limit else { throw .tooMuch }
    guard count <= message.count - index else { throw .short }
    defer { index += count }
    return Array(message[index..<index + count])
  }

  mutating func range(
    after end: Int, within size: Int, else failure: PartsMessage.Garbage
  ) throws(PartsMessage.Garbage) -> ByteRange {
    let start = end + (try number())
    let length = try number()
    guard start <= size, length > 0, length <= size - start else { throw failure }
    return ByteRange(start, start + length)
  }
}
