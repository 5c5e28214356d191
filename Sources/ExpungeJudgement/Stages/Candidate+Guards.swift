import ExpungeDetection

extension Candidate {
  /// Notes that a guard explains the text, so that there is no finding.
  mutating func veto(by guardRule: RuleIdentity) {
    weigh(.vetoed, guardRule.identifier, "Explained as: \(guardRule.title).", 0)
  }

  /// Takes the severity down to what a guard allows.
  mutating func lower(by entry: GuardIndex.Entry, _ guardRule: RuleIdentity) {
    guard let ceiling = entry.guarding.lowersTo, severity > ceiling else { return }
    severity = ceiling
    weigh(
      .lowered, guardRule.identifier, "Less severe, because it is also: \(guardRule.title).", 0)
  }
}
