import ExpungeText

/// The lines of a text without their ends; LF, CRLF and CR end a line, a form feed a page.
struct TextLines {
  struct Line {
    /// Bytes of the text without white space at both ends.
    let content: ByteRange
    /// Columns of white space before the content; a tab counts as four.
    let indent: Int
    /// Whether a page begins with this line.
    let startsPage: Bool

    var isBlank: Bool { content.isEmpty }
  }

  let lines: [Line]

  /// O(n).
  init(_ text: [UInt8]) {
    var lines: [Line] = []
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      var startsPage = false
      var index = 0
      while index <= bytes.count {
        let atEnd = index == bytes.count
        if !atEnd, bytes[index] != 0x0A, bytes[index] != 0x0D, bytes[index] != 0x0C {
          index += 1
          continue
        }
        if !(atEnd && start == index) {
          lines.append(TextLines.line(from: start, to: index, in: bytes, startsPage: startsPage))
        }
        startsPage = !atEnd && bytes[index] == 0x0C
        if !atEnd, bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
          index += 1
        }
        index += 1
        start = index
      }
    }
    self.lines = lines
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
