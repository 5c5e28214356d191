/// Where in the file each byte of a part's text came from.
///
/// A run is verbatim (byte for byte the same), widened (ASCII that the file holds in UTF-16, two
/// bytes for each) or changed (an entity, collapsed white space, a converted character): a changed
/// run can only be replaced as a whole. Text that no run covers, such as a line feed that a
/// paragraph's end stands for, has no place in the file.
package struct SourceMap: Sendable {
  package struct Run: Hashable, Sendable {
    /// Bytes of the part's text.
    package let text: ByteRange
    /// Bytes of the file.
    package let source: ByteRange
    package let verbatim: Bool
    /// Whether each byte of the text stands for two bytes of the file.
    package let widened: Bool

    package init(text: ByteRange, source: ByteRange, verbatim: Bool, widened: Bool = false) {
      self.text = text
      self.source = source
      self.verbatim = verbatim
      self.widened = widened
    }

    /// The bytes of the file that stand for `range`, as far as it lies in this run.
    func source(of range: ByteRange) -> ByteRange {
      guard verbatim || widened else { return source }
      let width = widened ? 2 : 1
      let start = max(range.start, text.start) - text.start
      let end = min(range.end, text.end) - text.start
      return ByteRange(source.start + start * width, source.start + end * width)
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
      let piece = runs[index].source(of: range)
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

  /// This map followed by another: from the text, over what it was read from, to the file.
  ///
  /// `outer.text` is what this map calls the source. O(runs of both, for runs that ascend).
  package func followed(by outer: SourceMap) -> SourceMap {
    if outer.runs.count == 1, let only = outer.runs.first, only.verbatim, only.text.start == 0 {
      let shift = only.source.start
      guard shift != 0 else { return self }
      return SourceMap(
        runs: runs.map { run in
          let source = ByteRange(run.source.start + shift, run.source.end + shift)
          return Run(
            text: run.text, source: source, verbatim: run.verbatim, widened: run.widened)
        })
    }
    var composed: [Run] = []
    for run in runs {
      guard run.verbatim else {
        if let source = outer.span(of: run.source) {
          composed.append(Run(text: run.text, source: source, verbatim: false))
        }
        continue
      }
      var index = outer.firstRun(endingAfter: run.source.start)
      while index < outer.runs.count, outer.runs[index].text.start < run.source.end {
        let next = outer.runs[index]
        let start = max(next.text.start, run.source.start)
        let end = min(next.text.end, run.source.end)
        let shift = run.text.start - run.source.start
        composed.append(
          Run(
            text: ByteRange(start + shift, end + shift),
            source: next.source(of: ByteRange(start, end)),
            verbatim: next.verbatim, widened: next.widened))
        index += 1
      }
    }
    return SourceMap(runs: composed)
  }

  private func firstRun(endingAfter offset: Int) -> Int {
    runs.partitioningIndex { $0.text.end > offset }
  }
}
