/// Builds zip files byte by byte, so that tests can make the broken ones that no library writes.
package struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0
  /// What the directory says of the next entry's unpacked size; nil for the truth.
  package var claimedSize: UInt32?

  package init() {}

  /// An archive of texts.
  package init(_ entries: [(name: String, text: String)]) {
    for entry in entries { add(entry.name, Array(entry.text.utf8)) }
  }

  /// Adds an entry, stored as it is.
  package mutating func add(_ name: String, _ contents: [UInt8]) {
    let offset = UInt32(bytes.count)
    let size = claimedSize ?? UInt32(contents.count)
    // Version, flags, method, time and day of 1 January 1980, check sum, sizes, lengths of names.
    var common = little(UInt16(20)) + little(UInt16(0x0800)) + little(UInt16(0))
    common += little(UInt16(0)) + little(UInt16(33)) + little(ZipArchive.checksum(of: contents))
    common += little(UInt32(contents.count)) + little(size)
    common += little(UInt16(name.utf8.count)) + little(UInt16(0))
    bytes += [0x50, 0x4B, 0x03, 0x04] + common + Array(name.utf8) + contents
    directory += [0x50, 0x4B, 0x01, 0x02] + little(UInt16(20)) + common
    directory += [UInt8](repeating: 0, count: 10) + little(offset) + Array(name.utf8)
    count += 1
  }

  package var file: [UInt8] {
    var file = bytes + directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    file += little(count) + little(count) + little(UInt32(directory.count))
    return file + little(UInt32(bytes.count)) + [0, 0]
  }

  private func little(_ number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 (ISO 3309), bit by bit.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
