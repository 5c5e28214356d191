import ExpungeText

/// A field of a header: a name, a colon, and a value that may go on over several lines (RFC 5322, 2.2).
struct MailField {
  /// Bytes of the message, with all its line ends.
  let range: ByteRange
  /// The byte of the colon; nil for a line that is no field.
  let colon: Int?

  init(_ range: ByteRange, in bytes: [UInt8]) {
    self.range = range
    var index = range.start
    while index < range.end, bytes[index] > 0x20, bytes[index] < 0x7F,
      bytes[index] != UInt8(ascii: ":")
    { index += 1 }
    let nameEnd = index
    while index < range.end, bytes[index] == Ascii.space || bytes[index] == Ascii.tab { index += 1 }
    let isField =
      nameEnd > range.start && index < range.end && bytes[index] == UInt8(ascii: ":")
    colon = isField ? index : nil
  }

  /// The field on one line, white space at both ends and around line ends taken out: "Name: value".
  func unfolded(_ bytes: [UInt8]) -> (name: [UInt8], value: [UInt8]) {
    guard let colon else { return ([], MailField.unfold(bytes[range.start..<range.end])) }
    let name = bytes[range.start..<colon].prefix { $0 > 0x20 }
    return (Array(name), MailField.unfold(bytes[(colon + 1)..<range.end]))
  }

  private static func unfold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(bytes.count)
    var isAtFold = true
    for byte in bytes {
      switch byte {
      case Ascii.carriageReturn, Ascii.lineFeed:
        while value.last == Ascii.space || value.last == Ascii.tab { value.removeLast() }
        isAtFold = true
      case Ascii.space where isAtFold, Ascii.tab where isAtFold:
        continue
      default:
        if isAtFold, !value.isEmpty { value.append(Ascii.space) }
        isAtFold = false
        // No text holds a NUL; the message is refused for it elsewhere.
        value.append(byte == 0 ? Ascii.space : byte)
      }
    }
    while value.last == Ascii.space || value.last == Ascii.tab { value.removeLast() }
    return value
  }
}
