import ExpungeDetection
import ExpungeText

/// Makes findings of the candidates that stand: place in the file, subject, identifier, suggestion.
struct FindingBuilder {
  let facts: DocumentFacts
  let policy: Policy

  func findings(from standing: [Candidate]) -> [Finding] {
    let ordered = standing.sorted {
      $0.part != $1.part ? $0.part < $1.part : $0.range < $1.range
    }
    let subjects = subjects(of: ordered)
    let places = identifiers(of: ordered)
    let locations = Dictionary(
      ordered.map { ($0.position, facts.location(of: $0)) }, uniquingKeysWith: { first, _ in first }
    )
    return ordered.enumerated().map { index, candidate in
      var related: [Related] = []
      if case .propagated(let source) = candidate.origin, let location = locations[source] {
        related.append(Related(role: .source, location: location))
      }
      let floor = policy.profile.floor(for: candidate.leak.label)
      let isBlocking = policy.blocks(
        severity: candidate.severity, confidence: candidate.confidence,
        label: candidate.leak.label)
      var evidence = candidate.evidence
      if candidate.severity >= policy.failOn {
        evidence.append(
          Evidence(
            code: .floor, subject: policy.profile.identifier,
            words: isBlocking
              ? "It blocks, because the profile asks for \(floor) in a hundred."
              : "It does not block, because the profile asks for \(floor) in a hundred.",
            weight: 0))
      }
      return Finding(
        ordinal: index + 1, place: places[index], rule: candidate.rule.identifier,
        classCode: candidate.leak.classCode, label: candidate.leak.label,
        severity: candidate.severity, confidence: candidate.confidence, blocking: isBlocking,
        subject: subjects[index], remedy: candidate.leak.remedy,
        suggestion: policy.suggestion(for: candidate.leak),
        location: facts.location(of: candidate), related: related, evidence: evidence)
    }
  }

  /// An address and the postcode that follows it are one subject.
  private func subjects(of ordered: [Candidate]) -> [Int] {
    var subjects = Subjects()
    var numbers: [Int] = []
    for (index, candidate) in ordered.enumerated() {
      let text = facts.text(of: candidate.part)
      if index > 0, isAddress(candidate), isAddress(ordered[index - 1]),
        ordered[index - 1].part == candidate.part,
        isJoined(ordered[index - 1].range, candidate.range, in: text)
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

  private func identifiers(of ordered: [Candidate]) -> [String] {
    var identifier = PlaceIdentifier()
    var findings = [[(range: ByteRange, label: Label)]](
      repeating: [], count: facts.document.parts.count)
    for candidate in ordered {
      findings[candidate.part].append((facts.location(of: candidate).range, candidate.leak.label))
    }
    let texts = zip(facts.document.parts, findings).map { ValueFreeText($0.text, hiding: $1) }
    return ordered.map { candidate in
      identifier.identify(
        classCode: candidate.leak.classCode, label: candidate.leak.label,
        part: facts.document.parts[candidate.part], range: facts.location(of: candidate).range,
        in: texts[candidate.part])
    }
  }
}
