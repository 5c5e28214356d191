import ExpungeText
import Glibc

/// The lines of a text without their ends, one after the other; LF, CRLF and CR end a line, a form
/// feed a page. O(n), without memory of its own.
struct TextLines: Sequence, IteratorProtocol {
  struct Line {
    /// Bytes of the text without white space at both ends.
    let content: ByteRange
    /// Columns of white space before the content; a tab counts as four.
    let indent: Int
    /// Whether a page begins with this line.
    let startsPage: Bool

    var isBlank: Bool { content.isEmpty }
  }

  private let text: [UInt8]
  /// Most files end their lines with LF alone; memchr then finds each end at once.
  private let onlyLineFeeds: Bool
  private var start = 0
  private var startsPage = false

  init(_ text: [UInt8]) {
    self.text = text
    onlyLineFeeds = text.withUnsafeBufferPointer { bytes in
      TextLines.find(0x0D, in: bytes, from: 0) == nil
        && TextLines.find(0x0C, in: bytes, from: 0) == nil
    }
  }

  mutating func next() -> Line? {
    text.withUnsafeBufferPointer { bytes in
      guard start < bytes.count else { return nil }
      let end =
        onlyLineFeeds
        ? TextLines.find(0x0A, in: bytes, from: start) ?? bytes.count
        : TextLines.end(of: bytes, from: start)
      let line = TextLines.line(from: start, to: end, in: bytes, startsPage: startsPage)
      guard end < bytes.count else {
        start = end
        return line
      }
      startsPage = bytes[end] == 0x0C
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
      return line
    }
  }

  private static func find(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || byte == 0x0C { break }
      index += 1
    }
    return index
  }

  private static func line(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>, startsPage: Bool
  ) -> Line {
    var first = start
    var last = end
    var indent = 0
    while first < last, let width = spaceWidth(bytes[first]) {
      indent += width
      first += 1
    }
    while last > first, spaceWidth(bytes[last - 1]) != nil { last -= 1 }
    return Line(content: ByteRange(first, last), indent: indent, startsPage: startsPage)
  }

  private static func spaceWidth(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x20, 0x0B: 1
    case 0x09: 4
    default: nil
    }
  }
}
