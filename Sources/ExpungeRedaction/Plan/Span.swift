import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// A stretch of a part that goes as a whole: one finding, or several that overlap.
struct Span {
  let part: Int
  var range: ByteRange
  /// The finding that gives the label: the most severe, then the longest, then the surest.
  var leader: Int
  /// Indices of all findings inside, for the survivors.
  var findings: [Int]

  /// Merges spans of one part that share a byte; what merely touches stays apart.
  static func merged(_ spans: [Span], by findings: [Finding]) -> [Span] {
    var merged: [Span] = []
    for span in spans.sorted(by: { $0.range < $1.range }) {
      guard let last = merged.last, last.range.overlaps(span.range) else {
        merged.append(span)
        continue
      }
      var union = last
      union.range = last.range.union(span.range)
      union.findings += span.findings
      if outranks(span, last, findings) { union.leader = span.leader }
      merged[merged.count - 1] = union
    }
    return merged
  }

  /// Whether `a` gives the label where both claim the same characters; a tie keeps `b`.
  static func outranks(_ a: Span, _ b: Span, _ findings: [Finding]) -> Bool {
    let first = findings[a.leader]
    let second = findings[b.leader]
    if first.severity != second.severity { return first.severity > second.severity }
    let (long, short) = (length(of: first), length(of: second))
    if long != short { return long > short }
    return first.confidence > second.confidence
  }

  private static func length(of finding: Finding) -> Int { finding.location?.range.count ?? 0 }
}
