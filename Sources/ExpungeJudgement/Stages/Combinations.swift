import ExpungeDetection
import ExpungeText

/// Adds up what narrows the circle around one person: several facts together single somebody out.
///
/// Who a fact is about is told by the pseudonym before it in its paragraph, or else by the first one
/// after it; in a paragraph without one, by the last one before it in its section, a few paragraphs
/// back at most. Each class counts once.
/// Source: taxonomy of leak classes, Q11; Information Commissioner's Office, anonymisation guidance
/// (singling out, linkability).
struct Combinations {
  private let facts: DocumentFacts
  private let policy: Policy
  /// Points by class of the taxonomy.
  private let narrowing: [String: Int]
  /// The class that a combination belongs to; without it there is none.
  private let combined: TaxonomyClass?

  private static let code = "Q11"
  private static let rule = "combinations/one-person"
  /// What any combination begins with, and what each point adds, in hundredths of confidence.
  private static let base = 10
  private static let perPoint = 5
  /// Findings less sure than this are no facts.
  private static let leastConfidence = 30
  /// Kinds of fact that are several.
  private static let leastKinds = 3
  /// Paragraphs that a person is carried over.
  private static let reach = 6

  init(facts: DocumentFacts, policy: Policy, classes: [TaxonomyClass]) {
    self.facts = facts
    self.policy = policy
    narrowing = classes.reduce(into: [:]) { $0[$1.code] = $1.narrows }
    combined = classes.first { $0.code == Self.code }
  }

  private struct Piece {
    let finding: Int
    let location: Location
    let points: Int
  }

  /// Findings about combinations, to stand after the document's other findings.
  ///
  /// - Parameters:
  ///   - guards: asked when there may be a combination, since pseudonyms are guards.
  func findings(
    after findings: [Finding], guards: inout DocumentGuards, with scanner: inout Scanner
  ) -> [Finding] {
    guard let combined, policy.profile.combinationLimit > 0 else { return [] }
    let all = self.pieces(of: findings)
    let kinds = Dictionary(all.map { (findings[$0.finding].classCode, $0.points) }) { $1 }
    guard kinds.count >= Self.leastKinds,
      kinds.values.reduce(0, +) >= policy.profile.combinationLimit
    else { return [] }
    var pieces: [String: [String: Piece]] = [:]
    var order: [String] = []
    for piece in all {
      guard let person = person(at: piece.location, &guards, &scanner) else { continue }
      if pieces[person] == nil { order.append(person) }
      let code = findings[piece.finding].classCode
      if pieces[person]?[code] == nil { pieces[person, default: [:]][code] = piece }
    }
    var found: [Finding] = []
    var subject = findings.map(\.subject).max() ?? 0
    for person in order {
      let parts = (pieces[person] ?? [:]).values.sorted { $0.finding < $1.finding }
      let points = parts.reduce(0) { $0 + $1.points }
      guard parts.count >= Self.leastKinds, points >= policy.profile.combinationLimit else {
        continue
      }
      subject += 1
      found.append(
        finding(
          combined, of: parts, points: points, about: person, in: findings, subject: subject,
          ordinal: findings.count + found.count + 1))
    }
    return found
  }

  /// Indirect findings that narrow the circle, in order.
  private func pieces(of findings: [Finding]) -> [Piece] {
    findings.enumerated().compactMap { index, finding in
      guard !finding.label.isDirect, finding.status != .suppressed,
        finding.confidence >= Self.leastConfidence, let location = finding.location,
        let points = narrowing[finding.classCode], points > 0
      else { return nil }
      return Piece(finding: index, location: location, points: points)
    }
  }

  private func finding(
    _ combined: TaxonomyClass, of parts: [Piece], points: Int, about person: String,
    in findings: [Finding], subject: Int, ordinal: Int
  ) -> Finding {
    let label = Label.combination
    let severity =
      policy.profile.severity(rule: Self.rule, classCode: combined.code, label: label)
      ?? combined.severity
    let confidence = min(99, Self.base + Self.perPoint * points)
    let evidence =
      [
        Evidence(
          code: .rule, subject: Self.rule,
          words: "\(parts.count) facts about one person narrow the circle together.",
          weight: Self.base)
      ]
      + parts.map { piece in
        let line = facts.structures[piece.location.part].lines.line(at: piece.location.range.start)
        return Evidence(
          code: .piece, subject: findings[piece.finding].classCode,
          words: "One of them stands in line \(line): \(findings[piece.finding].label.words).",
          weight: Self.perPoint * piece.points)
      }
    return Finding(
      ordinal: ordinal,
      place: PlaceIdentifier.ofDocument(
        classCode: combined.code, label: label,
        about: ([person] + parts.map { findings[$0.finding].classCode }).joined(separator: " ")),
      rule: Self.rule, classCode: combined.code, label: label, severity: severity,
      confidence: confidence,
      blocking: policy.blocks(severity: severity, confidence: confidence, label: label),
      subject: subject, remedy: .generalise,
      suggestion: policy.profile.suggestions[combined.code] ?? Suggestion.standard(for: label),
      location: nil, related: parts.map { Related(role: .piece, location: $0.location) },
      evidence: evidence)
  }

  /// The key of the person whom a place speaks about: "mrs x", "y"; nil where nobody is named.
  private func person(
    at location: Location, _ guards: inout DocumentGuards, _ scanner: inout Scanner
  ) -> String? {
    let range = facts.readings[location.part].folded(location.range)
    guard let own = facts.block(at: range, of: location.part) else { return nil }
    let here = persons(inBlock: own, of: location.part, &guards, &scanner)
    if let before = here.last(where: { $0.start < range.start }) { return before.key }
    if let after = here.first { return after.key }
    let section = facts.structures[location.part].section(at: location.range.start)
    let blocks = facts.document.parts[location.part].blocks
    for block in stride(from: own - 1, through: max(0, own - Self.reach), by: -1) {
      guard section?.range.contains(blocks[block].range) ?? true else { return nil }
      if let last = persons(inBlock: block, of: location.part, &guards, &scanner).last {
        return last.key
      }
    }
    return nil
  }

  /// The persons' pseudonyms of a paragraph, in order; starts are bytes of the reading.
  private func persons(
    inBlock block: Int, of part: Int, _ guards: inout DocumentGuards,
    _ scanner: inout Scanner
  ) -> [(start: Int, key: String)] {
    let text = facts.text(of: part)
    return guards.touching(block: block, of: part, with: &scanner).compactMap { entry in
      guard entry.guarding.kind == "pseudonym" || entry.guarding.kind == "bare-letter",
        let key = key(of: entry.range, in: text)
      else { return nil }
      return (entry.range.start, key)
    }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir", "dame", "lady",
    "lord",
  ]
  private static let children: Set<String> = ["child", "twin", "baby", "sibling"]

  /// A person's pseudonym without its possessive; nil for a school's, a road's or an officer's.
  private func key(of range: ByteRange, in text: [UInt8]) -> String? {
    let words = Word.words(of: range, in: text).map(\.key)
    guard let first = words.first else { return nil }
    if Self.titles.contains(first) { return words.joined(separator: " ") }
    if Self.children.contains(first) { return words.last }
    return words.count == 1 && first.count == 1 ? first : nil
  }
}
