import ExpungeText

/// A stage that finds leaks by adding up evidence rather than by a pattern: names without a cue.
///
/// What it finds yields to guards, meets the rules' candidates in `Overlaps`, is escalated and
/// propagates as theirs do.
protocol Scorer: Sendable {
  /// The stretches of a part whose words speak for each other, as positions of blocks: ascending, and
  /// together all that is to be looked at.
  func stretches(of part: Int, in facts: DocumentFacts) -> [Range<Int>]

  /// What stands in one such stretch, by place.
  ///
  /// - Parameters:
  ///   - blocks: positions of the stretch's blocks among the part's.
  ///   - facts: the document, its readings and its structure.
  func spans(inBlocks blocks: Range<Int>, of part: Int, in facts: DocumentFacts) -> [ScoredSpan]
}
