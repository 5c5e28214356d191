import ExpungeText

/// What one scorer finds in a part, window by window.
///
/// A scorer's stretches are wider than windows and do not depend on them; the last ones are kept, since
/// windows are asked for in order.
struct SpanReader {
  private let scorer: any Scorer
  private let facts: DocumentFacts
  private let part: Int
  private let stretches: [Range<Int>]
  private var kept: (stretch: Int, spans: [ScoredSpan])?

  init(_ scorer: any Scorer, _ facts: DocumentFacts, part: Int) {
    self.scorer = scorer
    self.facts = facts
    self.part = part
    stretches = scorer.stretches(of: part, in: facts)
  }

  /// What stands in a window, by place.
  mutating func spans(in window: TextWindow) -> [ScoredSpan] {
    var found: [ScoredSpan] = []
    var stretch = stretches.partitioningIndex { $0.upperBound > window.blocks.lowerBound }
    while stretch < stretches.count, stretches[stretch].lowerBound < window.blocks.upperBound {
      if kept?.stretch != stretch {
        // Not both at once.
        kept = nil
        kept = (stretch, scorer.spans(inBlocks: stretches[stretch], of: part, in: facts))
      }
      found += kept?.spans.filter { window.range.contains($0.range) } ?? []
      stretch += 1
    }
    return found
  }
}
