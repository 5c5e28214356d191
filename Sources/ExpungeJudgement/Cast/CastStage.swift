import ExpungeCast
import ExpungeDetection
import ExpungeText

/// Reads the cast of a document and makes findings of what contradicts itself in it.
struct CastStage {
  let facts: DocumentFacts
  let policy: Policy
  let vocabulary: CastVocabulary
  /// The taxonomy: how bad each breach is.
  let classes: [TaxonomyClass]
  let style: CastStyle

  init(
    facts: DocumentFacts, policy: Policy, vocabulary: CastVocabulary, classes: [TaxonomyClass],
    realInitials: Set<String>
  ) {
    self.facts = facts
    self.policy = policy
    self.vocabulary = vocabulary
    self.classes = classes
    var style = CastStyle(policy.profile)
    style.realInitials = realInitials
    self.style = style
  }

  /// Findings less sure than this are no people to compare with.
  private static let leastConfidence = 40

  /// The cast list; nil where no part has a letter that stands alone.
  ///
  /// - Parameter found: names of people and institutions among them are compared with the pseudonyms.
  func list(beside found: [Finding]) -> CastList? {
    guard !vocabulary.isEmpty else { return nil }
    var parts: [CastPart] = []
    for part in facts.parts where isRead(facts.document.parts[part]) {
      let text = facts.text(of: part)
      guard text.count <= CastVocabulary.mostBytes, CastPart.mayHavePseudonyms(text) else {
        continue
      }
      parts.append(
        CastPart(
          number: part, text: text, blocks: facts.blocks(0..<facts.blockCount(of: part), of: part),
          summary: summary(of: part),
          found: spans(of: part, found)))
    }
    guard !parts.isEmpty else { return nil }
    let list = CastList(of: parts, words: vocabulary.words)
    return list.isEmpty ? nil : list
  }

  /// Puts what does not fit among the document's findings.
  ///
  /// - Returns: the pseudonym that seems to be theirs, for found people, by subject.
  func remark(on list: CastList?, in found: inout [Finding]) -> [Int: DocumentCast.Likeness] {
    guard let list else { return [:] }
    let breaches = list.breaches(style: style)
    guard !breaches.isEmpty else { return [:] }
    var pseudonyms: [Int: DocumentCast.Likeness] = [:]
    for breach in breaches where breach.check == .realName {
      if let subject = breach.subject, let entry = breach.entry {
        pseudonyms[subject] = DocumentCast.Likeness(
          key: list.entries[entry].key, confidence: breach.confidence)
      }
    }
    var numbers: [String: Int] = [:]
    let last = found.map(\.subject).max() ?? 0
    let made = breaches.compactMap { breach -> Finding? in
      guard let severity = severity(of: breach.check) else { return nil }
      return finding(breach, severity, of: list, after: last, &numbers)
    }
    found.insert(made)
    return pseudonyms
  }

  /// Takes out what leans on a name that a reviewed exemption leaves standing.
  static func removeAnswered(from findings: inout [Finding]) {
    let standing = Set(
      findings.lazy.filter { $0.status == .suppressed && $0.label != .consistency }
        .compactMap(\.location))
    guard !standing.isEmpty else { return }
    findings.removeAll { finding in
      guard finding.label == .consistency, finding.status != .suppressed else { return false }
      return finding.location.map(standing.contains) == true
        || finding.classCode == CastCheck.realInitial.rawValue
          && finding.related.contains { standing.contains($0.location) }
    }
    for index in findings.indices { findings[index].ordinal = index + 1 }
  }

  /// What was deleted contradicts what stands, as it should.
  private func isRead(_ part: Part) -> Bool {
    guard part.visibility != .deleted else { return false }
    return switch part.kind {
    case .body, .title, .comment, .note, .header, .footer, .alternativeText: true
    case .link, .property, .field, .attribute, .script, .styleSheet, .markup, .fileName: false
    }
  }

  private func summary(of part: Int) -> ByteRange? {
    facts.structures[part].sections.first { $0.kind == .summary }.map {
      facts.readings[part].folded($0.range)
    }
  }

  private func spans(of part: Int, _ found: [Finding]) -> [FoundSpan] {
    found.compactMap { finding in
      guard let location = finding.location, location.part == part,
        finding.status != .suppressed, finding.confidence >= Self.leastConfidence
      else { return nil }
      let kind: FoundSpan.Kind
      switch finding.label {
      // Who is named on purpose has no pseudonym.
      case .person where finding.severity >= .high: kind = .person
      case .organisation: kind = .organisation
      default: return nil
      }
      return FoundSpan(
        kind: kind, range: facts.readings[part].folded(location.range),
        subject: finding.subject)
    }.sorted { $0.range < $1.range }
  }

  private func severity(of check: CastCheck) -> Severity? {
    guard let known = classes.first(where: { $0.code == check.rawValue }) else { return nil }
    return policy.profile.severity(
      rule: "cast/\(check.name)", classCode: check.rawValue, label: .consistency)
      ?? known.severity
  }

  private func finding(
    _ breach: CastBreach, _ severity: Severity, of list: CastList, after last: Int,
    _ numbers: inout [String: Int]
  ) -> Finding {
    let about =
      "\(breach.check.name) "
      + (breach.entry.map { list.entries[$0].key.name } ?? "")
      + facts.document.parts[breach.place.part].name
    let ordinal = numbers[about, default: 0]
    numbers[about] = ordinal + 1
    let confidence = breach.confidence
    let isBlocking = policy.blocks(
      severity: severity, confidence: confidence, label: .consistency)
    var evidence = breach.reasons.enumerated().map { index, reason in
      Evidence(
        code: index == 0 ? .rule : .context, subject: "cast/\(breach.check.name)",
        words: reason.words, weight: reason.weight)
    }
    if severity >= policy.failOn {
      evidence.append(.floor(of: policy, for: .consistency, isBlocking: isBlocking))
    }
    return Finding(
      ordinal: 0,
      place: PlaceIdentifier.ofDocument(
        classCode: breach.check.rawValue, label: .consistency, about: "\(about) \(ordinal)"),
      rule: "cast/\(breach.check.name)", classCode: breach.check.rawValue, label: .consistency,
      severity: severity, confidence: confidence, blocking: isBlocking,
      subject: breach.subject ?? last + 1 + (breach.entry ?? list.entries.count),
      remedy: breach.check == .realName ? .replace : .reword,
      suggestion: policy.profile.suggestions[breach.check.rawValue] ?? breach.suggestion,
      location: location(breach.place),
      related: breach.related.map { related in
        Related(
          role: related.role == .piece ? .piece : .contrast, location: location(related.place))
      }, evidence: evidence)
  }

  private func location(_ place: CastBreach.Place) -> Location {
    facts.location(of: place.range, in: place.part)
  }
}

extension CastStyle {
  /// What a profile's house style asks of pseudonyms.
  init(_ profile: Profile) {
    self.init(allowsRealInitials: profile.realInitials == .allowed)
    if let checks = profile.houseStyle["checks"] { self.checks = Self.checks(checks) }
    if let gender = profile.houseStyle["gender"], let known = Neutrality(rawValue: gender) {
      neutrality = known
    }
    if let letters = profile.houseStyle["letters-to-avoid"] {
      discouragedLetters = Set(
        letters.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init))
    }
    if allowsRealInitials { checks.subtract([.realInitial, .initials]) }
  }

  /// "all", "none", "all but C07 C13", "C01 C03".
  private static func checks(_ words: String) -> Set<CastCheck> {
    let named = words.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    let checks = Set(named.compactMap(CastCheck.init(rawValue:)))
    return named.first == "all" ? Set(CastCheck.allCases).subtracting(checks) : checks
  }
}
