package import ExpungeText

/// Rewrites stretches of a text and keeps its map to the file true.
///
/// What is kept keeps its runs; what is replaced becomes one changed run; what is removed leaves the
/// map. Stretches are given in ascending order. O(n + runs) together.
package struct MappedRewriting {
  private let text: [UInt8]
  private let runs: [SourceMap.Run]
  private let map: SourceMap
  private var rewritten: [UInt8] = []
  private var mapped: [SourceMap.Run] = []
  /// Where what is still to be copied begins.
  private var next = 0
  /// The first run that does not end before it.
  private var nextRun = 0

  package init(_ text: [UInt8], _ runs: [SourceMap.Run]) {
    self.text = text
    self.runs = runs
    map = SourceMap(runs: runs)
  }

  package mutating func replace(_ range: ByteRange, by replacement: [UInt8]) {
    copy(upTo: range.start)
    let start = rewritten.count
    rewritten += replacement
    if !replacement.isEmpty, let source = map.span(of: range) {
      mapped.append(
        SourceMap.Run(
          text: ByteRange(start, rewritten.count), source: source, verbatim: false))
    }
    next = range.end
  }

  package mutating func remove(_ range: ByteRange) { replace(range, by: []) }

  package mutating func finish() -> ([UInt8], [SourceMap.Run]) {
    copy(upTo: text.count)
    return (rewritten, mapped)
  }

  private mutating func copy(upTo end: Int) {
    guard next < end else { return }
    let shift = rewritten.count - next
    rewritten += text[next..<end]
    while nextRun < runs.count, runs[nextRun].text.end <= next { nextRun += 1 }
    for run in runs[nextRun...].prefix(while: { $0.text.start < end }) {
      let part = ByteRange(max(run.text.start, next), min(run.text.end, end))
      // Half of a changed run has no place of its own.
      guard run.verbatim || part == run.text, let source = map.span(of: part) else { continue }
      mapped.append(
        SourceMap.Run(
          text: ByteRange(part.start + shift, part.end + shift), source: source,
          verbatim: run.verbatim))
    }
    next = end
  }
}
