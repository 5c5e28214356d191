import ExpungeDetection
import PCRE2

/// Makes less severe what the profile leaves named: office holders, counsel.
struct NamedOnPurposeStage {
  let entries: [NamedOnPurpose]
  /// One question for each entry.
  let matcher: PhraseMatcher
  let facts: DocumentFacts

  /// A mention that is only known from another place shares that place's lot.
  func lower(
    _ candidates: inout [Candidate], knownFrom sources: NameSources,
    into record: inout JudgementRecord, with scratch: inout Scratch
  ) {
    guard !entries.isEmpty else { return }
    for index in candidates.indices {
      do {
        if let entry = try entry(for: candidates[index], with: &scratch) {
          lower(&candidates[index], by: entries[entry])
        } else if case .propagated(let source) = candidates[index].origin,
          let entry = sources[source]?.namedOnPurpose
        {
          lower(&candidates[index], by: entries[entry])
        }
      } catch {
        record.failures.append(
          Judgement.Failure(
            part: candidates[index].part, rule: candidates[index].rule.identifier))
      }
    }
  }

  /// The position of the entry that makes a candidate less severe; nil too where that cannot be told,
  /// which `lower` notes.
  func number(of candidate: Candidate, with scratch: inout Scratch) -> Int? {
    do { return try entry(for: candidate, with: &scratch) } catch { return nil }
  }

  /// The first entry whose words stand beside a candidate and that would make it less severe.
  private func entry(
    for candidate: Candidate, with scratch: inout Scratch
  ) throws(PhraseFailure) -> Int? {
    for (number, entry) in entries.enumerated()
    where entry.severity < candidate.severity && entry.labels.contains(candidate.leak.label) {
      let stands = try matcher.stands(
        number, beside: candidate.range, in: facts.text(of: candidate.part),
        block: facts.surroundings(of: candidate.range, in: candidate.part), with: &scratch)
      if stands { return number }
    }
    return nil
  }

  private func lower(_ candidate: inout Candidate, by entry: NamedOnPurpose) {
    candidate.severity = min(candidate.severity, entry.severity)
    candidate.weigh(
      .namedOnPurpose, entry.title, "This publisher leaves them named: \(entry.title).", 0)
  }
}
