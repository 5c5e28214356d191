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
    _ candidates: inout [Candidate], into record: inout JudgementRecord,
    with scratch: inout Scratch
  ) {
    guard !entries.isEmpty else { return }
    var lowered: [Int: NamedOnPurpose] = [:]
    for index in candidates.indices {
      do {
        guard let entry = try self.entry(for: candidates[index], with: &scratch) else { continue }
        lowered[candidates[index].position] = entry
        lower(&candidates[index], by: entry)
      } catch {
        record.failures.append(
          Judgement.Failure(
            part: candidates[index].part, rule: candidates[index].rule.identifier))
      }
    }
    for index in candidates.indices where lowered[candidates[index].position] == nil {
      guard case .propagated(let source) = candidates[index].origin, let entry = lowered[source]
      else { continue }
      lower(&candidates[index], by: entry)
    }
  }

  /// The first entry whose words stand beside a candidate and that would make it less severe.
  private func entry(
    for candidate: Candidate, with scratch: inout Scratch
  ) throws(PhraseFailure) -> NamedOnPurpose? {
    for (number, entry) in entries.enumerated()
    where entry.severity < candidate.severity && entry.labels.contains(candidate.leak.label) {
      let stands = try matcher.stands(
        number, beside: candidate.range, in: facts.text(of: candidate.part),
        block: facts.surroundings(of: candidate.range, in: candidate.part), with: &scratch)
      if stands { return entry }
    }
    return nil
  }

  private func lower(_ candidate: inout Candidate, by entry: NamedOnPurpose) {
    candidate.severity = min(candidate.severity, entry.severity)
    candidate.weigh(
      .namedOnPurpose, entry.title, "This publisher leaves them named: \(entry.title).", 0)
  }
}
