import ExpungeText

/// A text and where in the contents each of its bytes came from.
struct MappedText {
  private(set) var bytes: [UInt8] = []
  /// Ascending in the text.
  private(set) var runs: [SourceMap.Run] = []

  init() {}

  init(_ bytes: [UInt8], _ runs: [SourceMap.Run]) {
    self.bytes = bytes
    self.runs = runs
  }

  /// A stretch of the contents as it is.
  init(_ page: [UInt8], _ range: ByteRange) {
    append(verbatim: page, range)
  }

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(verbatim page: [UInt8], _ range: ByteRange) {
    guard !range.isEmpty else { return }
    append(page[range.start..<range.end], from: range, verbatim: true)
  }

  /// - Parameter source: nil for what has no place in the contents.
  mutating func append(
    _ more: some Collection<UInt8>, from source: ByteRange?, verbatim: Bool
  ) {
    let start = bytes.count
    bytes += more
    guard let source, bytes.count > start else { return }
    runs.appendJoining(
      text: ByteRange(start, bytes.count), source: source, verbatim: verbatim)
  }

  mutating func append(_ other: MappedText) {
    let shift = bytes.count
    bytes += other.bytes
    for run in other.runs {
      runs.append(
        SourceMap.Run(
          text: ByteRange(run.text.start + shift, run.text.end + shift), source: run.source,
          verbatim: run.verbatim))
    }
  }

  /// Without the white space at both ends.
  func trimmed() -> MappedText {
    let kept = ByteRange(0, bytes.count).trimmed(in: bytes)
    guard kept.count < bytes.count else { return self }
    return part(kept)
  }

  func part(_ kept: ByteRange) -> MappedText {
    var part = MappedText()
    part.bytes = Array(bytes[kept.start..<kept.end])
    for run in runs {
      let range = ByteRange(
        max(run.text.start, kept.start),
        max(min(run.text.end, kept.end), max(run.text.start, kept.start)))
      // Half of a changed run has no place of its own.
      guard !range.isEmpty, run.verbatim || range == run.text else { continue }
      let shift = range.start - run.text.start
      part.runs.append(
        SourceMap.Run(
          text: ByteRange(range.start - kept.start, range.end - kept.start),
          source: run.verbatim
            ? ByteRange(run.source.start + shift, run.source.start + shift + range.count)
            : run.source,
          verbatim: run.verbatim))
    }
    return part
  }
}
