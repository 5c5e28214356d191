/// Finds where a sentence begins and ends.
package enum Sentence {
  /// The sentence of a text that holds a range, without white space at its ends.
  ///
  /// A sentence ends at a full stop, question or exclamation mark (and closing quotes or brackets)
  /// before white space and a capital, a digit or a quote, but not behind a title, an initial or a
  /// common abbreviation; and never beyond the block. A range over several sentences gives them all.
  /// O(length of the block).
  ///
  /// - Parameters:
  ///   - range: bytes of the text.
  ///   - block: bytes of the text; holds the range.
  package static func around(
    _ range: ByteRange, in text: [UInt8], block: ByteRange
  ) -> ByteRange {
    var start = block.start
    var end = block.end
    var index = block.start
    while index < block.end {
      let byte = text[index]
      if byte == 0x2E || byte == 0x3F || byte == 0x21 {
        var next = index + 1
        while next < block.end, isCloser(text[next]) { next += 1 }
        if next < block.end, Ascii.isSpace(text[next]), isEnd(at: index, in: text, block: block) {
          var following = next
          while following < block.end, Ascii.isSpace(text[following]) { following += 1 }
          if following < block.end, opensSentence(text[following]) {
            if following <= range.start {
              start = following
            } else if next >= range.end {
              end = next
              break
            }
          }
          index = following
          continue
        }
      }
      index += 1
    }
    while start < range.start, Ascii.isSpace(text[start]) { start += 1 }
    while end > range.end, Ascii.isSpace(text[end - 1]) { end -= 1 }
    return ByteRange(min(start, range.start), max(end, range.end))
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte >= 0x80
  }

  private static func opensSentence(_ byte: UInt8) -> Bool {
    Ascii.isUpper(byte) || Ascii.isDigit(byte) || byte >= 0x80 || byte == 0x22 || byte == 0x27
      || byte == 0x28
  }

  private static let abbreviations: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Cllr", "St", "No", "no", "Nos", "para", "paras", "art",
    "v", "e.g", "i.e", "etc", "Tel", "tel", "Rd", "Ave",
  ]

  private static func isEnd(at stop: Int, in text: [UInt8], block: ByteRange) -> Bool {
    guard text[stop] == 0x2E else { return true }
    var start = stop
    while start > block.start, !Ascii.isSpace(text[start - 1]), stop - start < 8 { start -= 1 }
    if stop - start == 1, Ascii.isUpper(text[start]) { return false }
    return !abbreviations.contains(String(decoding: text[start..<stop], as: UTF8.self))
  }
}
