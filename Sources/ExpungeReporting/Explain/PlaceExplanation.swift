package import ExpungeDetection
package import ExpungeJudgement

/// A place of a document, and all that rules tried there without a finding.
package struct PlaceExplanation: Sendable {
  /// A hit that came to nothing.
  package struct Candidate: Sendable {
    /// The rule's title: "Vehicle registration".
    package var title: String
    package var label: Label
    package var location: Location
    /// What became of it, as one sentence: "A statute explains it, so there is no finding."
    package var outcome: String
    package var evidence: [Evidence]

    package init(
      title: String, label: Label, location: Location, outcome: String, evidence: [Evidence]
    ) {
      self.title = title
      self.label = label
      self.location = location
      self.outcome = outcome
      self.evidence = evidence
    }
  }

  package var location: Location
  package var candidates: [Candidate]
  /// Guards that speak there, whether a rule hit or not.
  package var guards: [HeardGuard]
  /// What the place itself says, in sentences: its section, its part.
  package var facts: [String]

  package init(
    location: Location, candidates: [Candidate], guards: [HeardGuard] = [], facts: [String] = []
  ) {
    self.location = location
    self.candidates = candidates
    self.guards = guards
    self.facts = facts
  }
}
