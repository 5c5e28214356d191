/// Where in the file each byte of a part's text came from.
///
/// A run is either verbatim (byte for byte the same) or changed (an entity, collapsed white space,
/// a converted encoding): a changed run can only be replaced as a whole. Text that no run covers,
/// such as a line feed that a paragraph's end stands for, has no place in the file.
package struct SourceMap: Sendable {
  package struct Run: Hashable, Sendable {
    /// Bytes of the part's text.
    package let text: ByteRange
    /// Bytes of the file.
    package let source: ByteRange
    package let verbatim: Bool

    package init(text: ByteRange, source: ByteRange, verbatim: Bool) {
      self.text = text
      self.source = source
      self.verbatim = verbatim
    }
  }

  /// Ascending and disjoint in `text`; empty when the part has no place in the file.
  package let runs: [Run]

  package init(runs: [Run]) { self.runs = runs }

  /// A part that has no place in the file, such as its name.
  package static let none = SourceMap(runs: [])

  /// A part that is the file's bytes from `offset` on.
  package static func identity(from offset: Int, count: Int) -> SourceMap {
    guard count > 0 else { return .none }
    return SourceMap(runs: [
      Run(text: ByteRange(0, count), source: ByteRange(offset, offset + count), verbatim: true)
    ])
  }

  /// The pieces of the file that hold `range`, ascending, adjoining pieces joined.
  ///
  /// More than one where markup interrupts the text ("Mrs <b>Tho</b>mpson"). O(log n + pieces).
  package func pieces(of range: ByteRange) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var index = firstRun(endingAfter: range.start)
    while index < runs.count, runs[index].text.start < range.end {
      let run = runs[index]
      let piece: ByteRange
      if run.verbatim {
        let start = max(range.start, run.text.start) - run.text.start
        let end = min(range.end, run.text.end) - run.text.start
        piece = ByteRange(run.source.start + start, run.source.start + end)
      } else {
        piece = run.source
      }
      if let last = pieces.last, last.end == piece.start {
        pieces[pieces.count - 1] = last.union(piece)
      } else {
        pieces.append(piece)
      }
      index += 1
    }
    return pieces
  }

  /// From the first to the last byte of the file that `range` came from; nil when it has no place.
  package func span(of range: ByteRange) -> ByteRange? {
    let found = pieces(of: range)
    guard let first = found.first, let last = found.last else { return nil }
    return ByteRange(first.start, max(first.end, last.end))
  }

  private func firstRun(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
