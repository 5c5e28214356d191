import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// A stretch of a part that goes as a whole: one finding, or several that overlap.
struct RedactionSpan {
  let part: Int
  var range: ByteRange
  /// The finding that gives the label: the most severe, then the longest, then the surest.
  var leader: Int
  /// Indices of all findings inside, for the survivors.
  var findings: [Int]

  /// Merges spans of one part that share a byte; what merely touches stays apart.
  static func merged(_ spans: [RedactionSpan], by findings: [Finding]) -> [RedactionSpan] {
    var merged: [RedactionSpan] = []
    for span in spans.sorted(by: { $0.range < $1.range }) {
      guard let last = merged.last, last.range.overlaps(span.range) else {
        merged.append(span)
        continue
      }
      let leads = outranks(span, last, findings)
      merged[merged.count - 1].absorb(span, leads: leads)
    }
    return merged
  }

  private mutating func absorb(_ other: RedactionSpan, leads: Bool) {
    range = range.union(other.range)
    findings += other.findings
    if leads { leader = other.leader }
  }

  /// Whether `a` gives the label where both claim the same characters; a tie keeps `b`.
  static func outranks(_ a: RedactionSpan, _ b: RedactionSpan, _ findings: [Finding]) -> Bool {
    let first = findings[a.leader]
    let second = findings[b.leader]
    if first.severity != second.severity { return first.severity > second.severity }
    let (long, short) = (length(of: first), length(of: second))
    if long != short { return long > short }
    return first.confidence > second.confidence
  }

  private static func length(of finding: Finding) -> Int { finding.location?.range.count ?? 0 }
}
