import ExpungeText

/// Where the sentence around a finding begins and ends: enough of it to judge the finding by.
///
/// A full stop after a title, an initial or a common shortening does not end a sentence; when in
/// doubt the sentence is taken too long, never too short.
struct SentenceBounds {
  private static let shortenings: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "vs", "cf", "eg", "ie", "approx",
  ]
  /// These only before a figure: "No. 7", but "he said no."
  private static let beforeFigures: Set<String> = [
    "no", "nos", "para", "paras", "ch", "p", "pp", "s", "ss", "art", "reg", "tel", "ext",
  ]

  let text: [UInt8]

  /// The sentence's bytes, cut to `limits`.
  func sentence(around focus: ByteRange, within limits: ByteRange) -> ByteRange {
    var start = limits.start
    var place = focus.start - 1
    while place > limits.start {
      if isEnd(at: place, from: limits.start, to: limits.end) {
        start = place + 1
        break
      }
      place -= 1
    }
    var end = limits.end
    place = max(focus.end - 1, limits.start)
    while place < limits.end {
      if isEnd(at: place, from: limits.start, to: limits.end) {
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
  private func isEnd(at place: Int, from lower: Int, to upper: Int) -> Bool {
    guard place + 1 < upper, isSpace(text[place + 1]) else { return false }
    var stop = place
    while stop > lower, isCloser(text[stop]) { stop -= 1 }
    let byte = text[stop]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else {
      return false
    }
    var next = place + 1
    while next < upper, isSpace(text[next]) { next += 1 }
    if next < upper, text[next] &- 0x61 < 26 { return false }
    return byte != UInt8(ascii: ".") || !isShortening(endingAt: stop, from: lower, to: upper)
  }

  private func isShortening(endingAt stop: Int, from lower: Int, to upper: Int) -> Bool {
    var start = stop
    while start > lower, isLetterOrDigit(text[start - 1]) { start -= 1 }
    let word = text[start..<stop]
    guard let first = word.first else { return false }
    if word.count == 1, first &- 0x41 < 26 { return true }
    // The last letter of "e.g."
    if word.count == 1, start > lower, text[start - 1] == UInt8(ascii: ".") { return true }
    if first &- 0x30 < 10 {
      // "1." opens a numbered paragraph.
      return text[lower..<start].allSatisfy(isSpace)
    }
    let lowercase = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    if Self.shortenings.contains(lowercase) { return true }
    let next = text[stop + 1..<upper].first { !isSpace($0) }
    return Self.beforeFigures.contains(lowercase) && next.map { $0 &- 0x30 < 10 } == true
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

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
