package import ExpungeDetection

/// A hit that was looked at and what became of it: what `explain` tells beside the findings.
package struct Considered: Sendable {
  package enum Outcome: String, Sendable {
    /// It became a finding, or part of one.
    case finding
    /// A guard explains the text.
    case vetoed
    /// A phrase it needs is missing, or one that excludes it is there.
    case dropped
    /// Another finding covers it.
    case covered
  }

  /// "pack/name".
  package var rule: String
  /// The rule's title.
  package var title: String
  package var label: Label
  package var location: Location
  package var outcome: Outcome
  package var evidence: [Evidence]
}
