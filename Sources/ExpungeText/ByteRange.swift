/// A half-open range of UTF-8 byte offsets: into a part's text unless its owner says otherwise.
package struct ByteRange: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range must not end before it starts")
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether both share at least one byte; an empty range shares none.
  package func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }

  /// Without the white space at both ends of what it stands for; empty where nothing else is there.
  package func trimmed(in text: [UInt8]) -> ByteRange {
    var trimmed = self
    while trimmed.start < trimmed.end, Ascii.isSpace(text[trimmed.start]) { trimmed.start += 1 }
    while trimmed.end > trimmed.start, Ascii.isSpace(text[trimmed.end - 1]) { trimmed.end -= 1 }
    return trimmed
  }

  /// By start, then the wider first: the order in which findings are printed.
  package static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
