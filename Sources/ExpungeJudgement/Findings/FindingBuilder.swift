import ExpungeDetection
import ExpungeText

/// Makes findings of the candidates that stand: place in the file, subject, identifier, suggestion.
struct FindingBuilder {
  let facts: DocumentFacts
  let policy: Policy

  /// The findings, in order.
  ///
  /// - Parameters:
  ///   - listed: by part, then by place; each is let go as its finding is made, since there may be many.
  ///   - sources: what gave away the names of propagated ones.
  func findings(
    from listed: consuming [Listing.Entry], knownFrom sources: NameSources
  ) -> [Finding] {
    let subjects = subjects(of: listed)
    var identifier = PlaceIdentifier()
    var findings: [Finding] = []
    findings.reserveCapacity(listed.count)
    listed.reverse()
    while var entry = listed.popLast() {
      let place = entry.place.map { identifier.identify($0) } ?? ""
      let evidence = evidence(takenFrom: &entry.candidate)
      findings.append(
        finding(
          of: entry.candidate, place: place, ordinal: findings.count + 1,
          subject: subjects[findings.count], evidence: evidence, knownFrom: sources))
    }
    return findings
  }

  private func finding(
    of candidate: Candidate, place: String, ordinal: Int, subject: Int, evidence: [Evidence],
    knownFrom sources: NameSources
  ) -> Finding {
    var related: [Related] = []
    if case .propagated(let source) = candidate.origin, let source = sources[source] {
      related.append(
        Related(role: .source, location: facts.location(of: source.range, in: source.part)))
    }
    return Finding(
      ordinal: ordinal, place: place, rule: candidate.rule.identifier,
      classCode: candidate.leak.classCode, label: candidate.leak.label,
      severity: candidate.severity, confidence: candidate.confidence,
      blocking: blocks(candidate), subject: subject, remedy: candidate.leak.remedy,
      suggestion: policy.suggestion(for: candidate.leak),
      location: facts.location(of: candidate), related: related, evidence: evidence)
  }

  /// A candidate's evidence with what the profile says, in no more memory than it needs.
  private func evidence(takenFrom candidate: inout Candidate) -> [Evidence] {
    guard candidate.severity >= policy.failOn else { return candidate.evidence }
    var evidence: [Evidence] = []
    evidence.reserveCapacity(candidate.evidence.count + 1)
    evidence += candidate.evidence
    candidate.evidence = []
    evidence.append(
      .floor(of: policy, for: candidate.leak.label, isBlocking: blocks(candidate)))
    return evidence
  }

  private func blocks(_ candidate: Candidate) -> Bool {
    policy.blocks(
      severity: candidate.severity, confidence: candidate.confidence,
      label: candidate.leak.label)
  }

  /// An address and the postcode that follows it are one subject.
  private func subjects(of listed: [Listing.Entry]) -> [Int] {
    var subjects = Subjects()
    var numbers: [Int] = []
    for (index, entry) in listed.enumerated() {
      let candidate = entry.candidate
      let text = facts.text(of: candidate.part)
      if index > 0, isAddress(candidate), isAddress(listed[index - 1].candidate),
        listed[index - 1].candidate.part == candidate.part,
        isJoined(listed[index - 1].candidate.range, candidate.range, in: text)
      {
        numbers.append(numbers[index - 1])
      } else {
        numbers.append(
          subjects.subject(label: candidate.leak.label, range: candidate.range, in: text))
      }
    }
    return numbers
  }

  private func isAddress(_ candidate: Candidate) -> Bool {
    candidate.leak.label == .address || candidate.leak.label == .postcode
  }

  private func isJoined(_ a: ByteRange, _ b: ByteRange, in text: [UInt8]) -> Bool {
    guard b.start >= a.end else { return true }
    return b.start - a.end <= 16
      && text[a.end..<b.start].allSatisfy {
        Ascii.isSpace($0) || $0 == 0x2C || $0 == 0x7C || $0 == 0x2E
      }
  }
}
