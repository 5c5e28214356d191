import ExpungeText

/// Tells whether a capital is owed to a word's place: the first of a sentence, heading or item.
enum WordPosition {
  /// Signs between a sentence's end, or an opening, and the word.
  private static let passedOver: Set<Unicode.Scalar> = [
    " ", "\t", "\n", "\"", "'", "\u{201C}", "\u{2018}", "*", "_", "\u{A0}",
  ]
  private static let openers: Set<Unicode.Scalar> = [
    ".", "!", "?", ":", ";", "\u{2026}", "\u{201C}", "\u{2018}", "\"", "[", "|", "\u{2022}",
    "\u{2013}", "\u{2014}", "-",
  ]

  /// - Parameter range: bytes of the part's text.
  static func opens(_ range: ByteRange, in part: Part) -> Bool {
    let index = part.blocks.partitioningIndex { $0.range.end > range.start }
    guard index < part.blocks.count else { return false }
    let block = part.blocks[index]
    var start = block.range.start
    if let mark = block.mark?.utf8, part.text[start..<block.range.end].starts(with: mark) {
      start += mark.count
    }
    guard range.start > start else { return true }
    let before = String(
      decoding: part.text[max(start, range.start - 64)..<range.start], as: UTF8.self)
    var passed: Unicode.Scalar?
    for scalar in before.unicodeScalars.reversed() {
      if passedOver.contains(scalar) {
        if scalar != " " { passed = scalar }
        continue
      }
      // A quotation opens where a quotation mark follows a space.
      if let passed, passed == "\u{201C}" || passed == "\u{2018}" || passed == "\"" { return true }
      return openers.contains(scalar) || isMark(before)
    }
    return true
  }

  /// "1.", "(a)", "b)": the mark of a list item.
  private static func isMark(_ before: String) -> Bool {
    let words = before.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let mark = words.first, mark.count <= 5 else { return false }
    return mark.hasSuffix(".") || mark.hasSuffix(")")
  }
}
