/// A stage that finds leaks by adding up evidence rather than by a pattern: names without a cue.
///
/// What it finds yields to guards, meets the rules' candidates in `Overlaps`, is escalated and
/// propagates as theirs do.
protocol Scorer: Sendable {
  /// - Parameters:
  ///   - facts: the document, its readings and its structure.
  ///   - known: what rules found and no guard explains, before overlaps are decided.
  func spans(in facts: DocumentFacts, known: [Candidate]) -> [ScoredSpan]
}
