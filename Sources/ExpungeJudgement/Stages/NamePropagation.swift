import ExpungeDetection
import ExpungeText

/// Hunts the names that stand through every part of the document.
struct NamePropagation {
  let judge: Judge
  let facts: DocumentFacts
  private let names: FoundNames
  private let filter: NameFilter
  /// By position.
  private let sources: [Int: Candidate]
  private let guards: GuardBook

  /// - Parameters:
  ///   - standing: the candidates that stand.
  ///   - guards: completed here when there is a name to hunt: guards matter beside no hit, too.
  init(
    judge: Judge, facts: DocumentFacts, standing: [Candidate], guards: inout GuardBook,
    _ guardsOfPart: (Int) -> [Hit]?
  ) {
    self.judge = judge
    self.facts = facts
    var names = FoundNames()
    var sources: [Int: Candidate] = [:]
    for candidate in standing
    where candidate.leak.propagates
      && candidate.confidence >= judge.policy.profile.floor(for: candidate.leak.label)
    {
      names.add(
        mention: candidate.range, in: facts.text(of: candidate.part), source: candidate.position)
      sources[candidate.position] = candidate
    }
    if !names.isEmpty { guards.complete(with: guardsOfPart) }
    filter = NameFilter(names.names.keys)
    self.sources = sources
    self.guards = guards
    self.names = Self.marked(names, filter, judge, facts, standing, guards)
  }

  /// Other mentions of the names, as candidates.
  ///
  /// - Parameter first: position of the first of them among the document's candidates.
  func mentions(from first: Int, into record: inout JudgementRecord) -> [Candidate] {
    guard !names.isEmpty else { return [] }
    var found: [Candidate] = []
    for part in facts.parts {
      let text = facts.text(of: part)
      let kind = facts.document.parts[part].kind
      let hunt = NameHunt(
        names: names, filter: filter,
        ignoresCase: kind == .fileName || kind == .link || kind.isCode, isCode: kind.isCode)
      for block in facts.blocks(of: part) {
        for mention in hunt.mentions(in: block, of: text) {
          guard let source = sources[mention.source],
            let candidate = candidate(
              for: mention, of: source, in: part, position: first + found.count, into: &record)
          else { continue }
          found.append(candidate)
        }
      }
    }
    return found
  }

  private func candidate(
    for mention: NameHunt.Mention, of source: Candidate, in part: Int, position: Int,
    into record: inout JudgementRecord
  ) -> Candidate? {
    if part == source.part, source.range.contains(mention.range) { return nil }
    let place = facts.location(of: source)
    let line = facts.structures[place.part].lines.line(at: place.range.start)
    let name = facts.document.parts[place.part].name
    var candidate = Candidate(
      rule: source.rule, leak: source.leak, origin: .propagated(from: source.position), part: part,
      range: mention.range,
      severity: judge.policy.severity(of: source.leak, rule: source.rule.identifier),
      confidence: max(1, source.confidence - 3),
      evidence: [
        Evidence(
          code: .propagated, subject: source.rule.identifier,
          words: "The name is given away in line \(line) of the \(name): \(source.rule.title).",
          weight: max(1, source.confidence - 3))
      ], position: position)
    let verdict = GuardVerdict(for: source.leak, at: mention.range, guards: guards[part])
    if let entry = verdict.veto {
      candidate.veto(by: guards.identity(of: entry))
      record.add(candidate, .vetoed, facts)
      return nil
    }
    return candidate
  }

  /// A found name that is also a word here needs more than itself: it stands in small letters
  /// somewhere, or inside what a guard explains (Kent, and Kent County Council).
  private static func marked(
    _ found: FoundNames, _ filter: NameFilter, _ judge: Judge, _ facts: DocumentFacts,
    _ standing: [Candidate], _ guards: GuardBook
  ) -> FoundNames {
    guard !found.isEmpty else { return found }
    var names = found
    let byPart = Dictionary(grouping: standing, by: \.part)
    for part in facts.parts
    where facts.document.parts[part].kind != .fileName && !facts.document.parts[part].kind.isCode {
      let text = facts.text(of: part)
      // What is inside a finding, such as the small letters of an e-mail address, tells nothing.
      let inside = RangeIndex((byPart[part] ?? []).map(\.range))
      filter.forEachCandidate(in: ByteRange(0, text.count), of: text) { word in
        guard let name = names.names[word.key], !name.isAmbiguous else { return }
        if judge.ordinaryNames.contains(word.key) {
          names.markAmbiguous(word.key)
        } else if !word.isCapitalised || guards.explains(word.range, in: part),
          !inside.touches(word.range)
        {
          names.markAmbiguous(word.key)
        }
      }
    }
    return names
  }
}
