import ExpungeDetection
import ExpungeText

/// Fits the range of a finding to what a person would cut out.
struct SpanWidening {
  let text: [UInt8]
  let source: SourceMap

  /// The characters to remove for a range of the text; nil when the text has no such range, or only
  /// white space there. A run that the file writes in another way (an entity) goes as a whole.
  func characters(of range: ByteRange, label: Label) -> ByteRange? {
    value(of: range, label: label).map(wholeRuns)
  }

  /// The value in a range of the text, as a person would mark it.
  ///
  /// White space at the ends, a possessive 's after a name and a title before one are no part of it.
  /// A character is never halved, nor parted from its combining marks, which would hint at it.
  func value(of range: ByteRange, label: Label) -> ByteRange? {
    guard range.start >= 0, range.end <= text.count else { return nil }
    let trimmed = range.trimmed(in: text)
    var start = trimmed.start
    var end = trimmed.end
    if label == .person {
      end = NameGrammar.endBeforePossessive(ByteRange(start, end), in: text)
      start = NameGrammar.startAfterTitle(ByteRange(start, end), in: text)
    }
    guard start < end else { return nil }
    start = characterStart(at: start)
    end = characterEnd(at: end)
    return ByteRange(start, end)
  }

  /// Whole pieces of a file's name: the letters and digits around a range, and, beside a person's
  /// name, the initials next to it.
  func fileNamePieces(of range: ByteRange, label: Label) -> ByteRange? {
    guard var found = characters(of: range, label: label) else { return nil }
    while found.start > 0, isPiece(text[found.start - 1]) { found.start -= 1 }
    while found.end < text.count, isPiece(text[found.end]) { found.end += 1 }
    guard label == .person else { return found }
    while let initial = initial(before: found.start) { found.start = initial }
    while let initial = initial(after: found.end) { found.end = initial }
    return found
  }

  private func initial(before start: Int) -> Int? {
    guard start >= 2, isSeparator(text[start - 1]), isInitial(text[start - 2]),
      start == 2 || !isPiece(text[start - 3])
    else { return nil }
    return start - 2
  }

  private func initial(after end: Int) -> Int? {
    guard end + 1 < text.count, isSeparator(text[end]), isInitial(text[end + 1]),
      end + 2 < text.count ? !isPiece(text[end + 2]) : text[end] != UInt8(ascii: ".")
    else { return nil }
    return end + 2
  }

  private func wholeRuns(_ range: ByteRange) -> ByteRange {
    var range = range
    if let run = changedRun(holding: range.start) { range.start = min(range.start, run.start) }
    if let run = changedRun(holding: range.end - 1) { range.end = max(range.end, run.end) }
    return range
  }

  /// The run at an offset that can only be replaced as a whole.
  private func changedRun(holding offset: Int) -> ByteRange? {
    let index = source.runs.partitioningIndex { $0.text.end > offset }
    guard index < source.runs.count, case let run = source.runs[index], !run.verbatim,
      run.text.start <= offset
    else { return nil }
    // A run is whole where its first byte already has all of it for its place in the file.
    let first = source.pieces(of: ByteRange(run.text.start, run.text.start + 1))
    return first == [run.source] ? run.text : nil
  }

  private func characterStart(at offset: Int) -> Int {
    var start = offset
    while start > 0 {
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      guard start > 0, extends(at: start) else { break }
      start -= 1
    }
    return start
  }

  private func characterEnd(at offset: Int) -> Int {
    var end = offset
    while end < text.count, text[end] & 0xC0 == 0x80 || extends(at: end) { end += 1 }
    return end
  }

  /// Whether a mark begins here that belongs to the character before it.
  private func extends(at offset: Int) -> Bool {
    guard text[offset] >= 0x80, let scalar = LenientUTF8.scalar(at: offset, in: text).value else {
      return false
    }
    return scalar.properties.isGraphemeExtend
      || scalar.properties.generalCategory == .spacingMark
      || scalar.value == 0x200D
  }

  /// A letter, but for the v between parties and before a version's number.
  private func isInitial(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) && byte != UInt8(ascii: "v")
  }

  private func isPiece(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): true
    default: false
    }
  }
}
