import ExpungeJudgement
import ExpungeText

/// Lays spans of text onto the file: which bytes go, and which replacement stands where.
///
/// Text that markup interrupts has several pieces; the first takes the replacement, the others are
/// emptied. The same bytes of the file may be reached through two parts, or two spans may share a run
/// that can only be replaced whole: such pieces become one cluster with one replacement.
struct EditLayout {
  struct Cluster {
    var source: ByteRange
    /// Spans with a piece here.
    var spans: [Int]
    /// Whether a replacement stands here.
    var leads: Bool
    /// The span whose placeholder stands for what goes here.
    var answersTo: Int
  }

  private struct Fragment {
    let source: ByteRange
    let span: Int
    let leads: Bool
  }

  /// Ascending and disjoint.
  private(set) var clusters: [Cluster] = []
  /// Spans whose own replacement is written, in the order of the document.
  private(set) var shown: [Int] = []
  /// For a span whose place another took: the span whose placeholder stands there.
  private(set) var answers: [Int: Int] = [:]
  /// Indices of findings whose span has no place in the file.
  private(set) var unplaceable: [Int] = []

  init(document: Document, findings: [Finding], spans: [RedactionSpan]) {
    var fragments: [Fragment] = []
    for (index, span) in spans.enumerated() {
      let pieces = document.parts[span.part].source.pieces(of: span.range).filter { !$0.isEmpty }
      if pieces.isEmpty { unplaceable += span.findings }
      for (order, piece) in pieces.enumerated() {
        fragments.append(Fragment(source: piece, span: index, leads: order == 0))
      }
    }
    fragments.sort { $0.source == $1.source ? $0.span < $1.span : $0.source < $1.source }
    var next = 0
    while next < fragments.count {
      let start = next
      var source = fragments[start].source
      next += 1
      while next < fragments.count, fragments[next].source.overlaps(source) {
        source = source.union(fragments[next].source)
        next += 1
      }
      add(fragments[start..<next], source: source, spans: spans, findings: findings)
    }
    shown.sort()
    for index in clusters.indices {
      let answer = clusters[index].answersTo
      clusters[index].answersTo = answers[answer] ?? answer
    }
  }

  private mutating func add(
    _ fragments: ArraySlice<Fragment>, source: ByteRange, spans: [RedactionSpan],
    findings: [Finding]
  ) {
    let leading = fragments.filter(\.leads).map(\.span)
    var winner = leading.first ?? fragments[fragments.startIndex].span
    for span in leading where RedactionSpan.outranks(spans[span], spans[winner], findings) {
      winner = span
    }
    if !leading.isEmpty {
      shown.append(winner)
      for span in leading where span != winner { answers[span] = winner }
    }
    clusters.append(
      Cluster(
        source: source, spans: fragments.map(\.span), leads: !leading.isEmpty, answersTo: winner))
  }
}
