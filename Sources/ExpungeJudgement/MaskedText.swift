import ExpungeDetection
import ExpungeText

/// A stretch of text with every finding in it replaced by its label, white space made even.
enum MaskedText {
  /// - Parameter ranges: all findings of the part, ascending by start; they may overlap.
  static func of(
    _ stretch: ByteRange, in text: [UInt8], ranges: [(range: ByteRange, label: Label)]
  ) -> [UInt8] {
    var masked: [UInt8] = []
    var position = stretch.start
    for (range, label) in ranges where range.overlaps(stretch) {
      if range.start >= position {
        append(text[position..<range.start], to: &masked)
        masked += Array("[\(label.placeholder)]".utf8)
      }
      position = min(max(position, range.end), stretch.end)
    }
    append(text[position..<stretch.end], to: &masked)
    return masked
  }

  private static func append(_ slice: ArraySlice<UInt8>, to masked: inout [UInt8]) {
    for byte in slice {
      if Ascii.isSpace(byte) {
        if masked.last != Ascii.space { masked.append(Ascii.space) }
      } else {
        masked.append(byte)
      }
    }
  }
}
