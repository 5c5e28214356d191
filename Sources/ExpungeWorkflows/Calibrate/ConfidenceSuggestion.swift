/// What the confidence of one rule should be, after measuring.
package struct ConfidenceSuggestion: Sendable, Equatable {
  /// "pack/name".
  package let rule: String
  /// The confidence that its pack gives it, in hundredths.
  package let was: Int
  package let confidence: Int
  /// Findings that were measured, and how many of them were true.
  package let findings: Int
  package let trueFindings: Int
}
