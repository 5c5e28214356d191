/// Finds where a sentence begins and ends.
///
/// A full stop after a title, an initial or a common shortening does not end a sentence; when in
/// doubt the sentence is taken too long, never too short.
package struct Sentence {
  private static let shortenings: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "cllr", "st", "rd", "ave", "vs", "v", "cf", "eg",
    "ie", "approx",
  ]
  /// These only before a figure: "No. 7", but "he said no."
  private static let beforeFigures: Set<String> = [
    "no", "nos", "para", "paras", "ch", "p", "pp", "s", "ss", "art", "reg", "tel", "ext",
  ]

  private let text: [UInt8]
  private let limits: ByteRange

  /// The sentence of a text that holds a range, cut to `limits`; white space at its ends may belong
  /// to it. O(length of the sentence).
  ///
  /// - Parameters:
  ///   - focus: bytes of the text.
  ///   - limits: bytes of the text, such as those of a block; they hold the range.
  package static func around(
    _ focus: ByteRange, in text: [UInt8], within limits: ByteRange
  ) -> ByteRange {
    let sentence = Sentence(text: text, limits: limits)
    var start = limits.start
    var place = focus.start - 1
    while place > limits.start {
      if sentence.ends(at: place) {
        start = place + 1
        break
      }
      place -= 1
    }
    var end = limits.end
    place = max(focus.end - 1, limits.start)
    while place < limits.end {
      if sentence.ends(at: place) {
        end = place + 1
        break
      }
      place += 1
    }
    return ByteRange(
      UTF8Cursor.floor(min(start, focus.start), in: text),
      UTF8Cursor.ceiling(max(end, focus.end), in: text))
  }

  /// Whether a byte is a sentence's last: a stop, or a quotation mark or bracket that closes one.
  private func ends(at place: Int) -> Bool {
    guard place + 1 < limits.end, Ascii.isSpace(text[place + 1]) else { return false }
    var stop = place
    while stop > limits.start, isCloser(text[stop]) { stop -= 1 }
    let byte = text[stop]
    guard byte == Ascii.fullStop || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else {
      return false
    }
    var next = place + 1
    while next < limits.end, Ascii.isSpace(text[next]) { next += 1 }
    if next < limits.end, Ascii.isLower(text[next]) { return false }
    return byte != Ascii.fullStop || !isShortening(endingAt: stop)
  }

  private func isShortening(endingAt stop: Int) -> Bool {
    var start = stop
    while start > limits.start, Ascii.isLetter(text[start - 1]) || Ascii.isDigit(text[start - 1]) {
      start -= 1
    }
    let word = text[start..<stop]
    guard let first = word.first else { return false }
    if word.count == 1, Ascii.isUpper(first) { return true }
    // The last letter of "e.g."
    if word.count == 1, start > limits.start, text[start - 1] == Ascii.fullStop { return true }
    if Ascii.isDigit(first) {
      // "1." opens a numbered paragraph.
      return text[limits.start..<start].allSatisfy(Ascii.isSpace)
    }
    // No shortening is longer.
    guard word.count <= 8 else { return false }
    let lowercase = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    if Self.shortenings.contains(lowercase) { return true }
    let next = text[stop + 1..<limits.end].first { !Ascii.isSpace($0) }
    return Self.beforeFigures.contains(lowercase) && next.map(Ascii.isDigit) == true
  }

  /// ASCII closers, and the last byte of ’ and ” (E2 80 99, E2 80 9D) with what leads to it.
  private func isCloser(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x99, 0x9D,
      0x80, 0xE2:
      true
    default: false
    }
  }
}
