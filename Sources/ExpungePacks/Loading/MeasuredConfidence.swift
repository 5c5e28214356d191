/// What measuring on labelled documents made of a rule's confidence.
package struct MeasuredConfidence: Sendable, Equatable {
  /// "pack/name".
  package var rule: String
  /// The confidence that the pack gave when it was measured; with another one the measure has lapsed.
  package var was: Int
  package var confidence: Int
  /// Findings that were measured, and how many of them were true.
  package var findings: Int
  package var trueFindings: Int

  package init(rule: String, was: Int, confidence: Int, findings: Int, trueFindings: Int) {
    self.rule = rule
    self.was = was
    self.confidence = confidence
    self.findings = findings
    self.trueFindings = trueFindings
  }
}
