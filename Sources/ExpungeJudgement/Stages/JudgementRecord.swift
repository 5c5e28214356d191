import ExpungeDetection

/// What judgement keeps beside the findings: what came to nothing, and what could not be judged.
struct JudgementRecord {
  /// Whether to keep what became of every hit.
  let explains: Bool
  private(set) var considered: [Considered] = []
  var failures: [Judgement.Failure] = []
  /// Rules and guards that gave up in a part.
  private(set) var silent: [Judgement.Failure] = []

  init(explains: Bool) { self.explains = explains }

  mutating func silence(_ failure: ScanFailure, in part: Int) {
    let entry = Judgement.Failure(part: part, rule: failure.rule)
    if !silent.contains(entry) { silent.append(entry) }
  }

  mutating func add(
    _ candidate: Candidate, _ outcome: Considered.Outcome, _ facts: DocumentFacts
  ) {
    guard explains else { return }
    considered.append(
      Considered(
        rule: candidate.rule.identifier, title: candidate.rule.title, label: candidate.leak.label,
        location: facts.location(of: candidate), outcome: outcome, evidence: candidate.evidence))
  }
}
