import ExpungeDetection
import ExpungeText
import PCRE2

/// Hunts the names that were given away anywhere in a document through all of it, window by window:
/// first all names are gathered, then told from words, then hunted.
struct NamePropagation {
  private let judge: Judge
  private let facts: DocumentFacts
  private let namedOnPurpose: NamedOnPurposeStage
  private var names: FoundNames
  private(set) var sources = NameSources()
  private var filter: NameFilter?
  /// Whether names beyond the limit were found, which are not hunted.
  private(set) var isCapped = false

  init(judge: Judge, facts: DocumentFacts, namedOnPurpose: NamedOnPurposeStage) {
    self.judge = judge
    self.facts = facts
    self.namedOnPurpose = namedOnPurpose
    let people = judge.people
    names = FoundNames { word in people?.isOrdinary(word) ?? true }
  }

  var isEmpty: Bool { names.isEmpty }

  // MARK: Gathering

  /// Takes the names of candidates that stand.
  mutating func gather(from standing: [Candidate], with scratch: inout Scratch) {
    for candidate in standing
    where candidate.leak.propagates
      && candidate.confidence >= judge.policy.profile.floor(for: candidate.leak.label)
    {
      guard names.names.count < judge.limits.huntedNames else {
        isCapped = true
        return
      }
      let isNew = names.add(
        mention: candidate.range, in: facts.text(of: candidate.part), source: candidate.position)
      guard isNew else { continue }
      sources.add(
        candidate, namedOnPurpose: namedOnPurpose.number(of: candidate, with: &scratch))
    }
  }

  /// All names are gathered.
  mutating func close() {
    filter = NameFilter(names.names.keys)
    for name in names.names.keys where judge.ordinaryNames.contains(name) {
      names.markAmbiguous(name)
    }
  }

  // MARK: Telling names from words

  /// Marks the names that are words in a window: those that stand in small letters, and those that
  /// stand inside what a guard explains (Kent, and Kent County Council), but never inside a finding:
  /// there they are what was found. Such a name needs more than itself.
  ///
  /// - Parameters:
  ///   - standing: ranges of the candidates that stand in the window.
  ///   - guards: called at most once, with the words whose guards are wanted.
  mutating func tellWords(
    in window: TextWindow, standing: [ByteRange],
    guards: ([ByteRange]) throws(ScanFailure) -> GuardBook
  ) throws(ScanFailure) {
    let kind = facts.document.parts[window.part].kind
    guard let filter, kind != .fileName, !kind.isCode else { return }
    let inside = RangeIndex(standing)
    var doubtful: [Word] = []
    var words: Set<String> = []
    filter.forEachCandidate(in: window.range, of: facts.text(of: window.part)) { word in
      guard let name = names.names[word.key], !name.isAmbiguous, !words.contains(word.key),
        !inside.touches(word.range)
      else { return }
      if word.isCapitalised { doubtful.append(word) } else { words.insert(word.key) }
    }
    for word in words { names.markAmbiguous(word) }
    doubtful.removeAll { words.contains($0.key) }
    guard !doubtful.isEmpty else { return }
    let book = try guards(doubtful.map(\.range))
    for word in doubtful where book.explains(word.range) { names.markAmbiguous(word.key) }
  }

  // MARK: Hunting

  /// Other mentions of the names in a window, and the positions of what gave them away.
  func mentions(in window: TextWindow) -> [NameHunt.Mention] {
    guard let filter else { return [] }
    let text = facts.text(of: window.part)
    let kind = facts.document.parts[window.part].kind
    let hunt = NameHunt(
      names: names, filter: filter,
      ignoresCase: kind == .fileName || kind == .link || kind.isCode, isCode: kind.isCode)
    return window.blocks.flatMap {
      hunt.mentions(in: facts.block($0, of: window.part), of: text)
    }.filter { mention in
      guard let source = sources[mention.source] else { return false }
      return source.part != window.part || !source.range.contains(mention.range)
    }
  }

  /// Mentions as candidates.
  ///
  /// - Parameters:
  ///   - first: position of the first of them among the document's candidates.
  ///   - guards: of the mentions' window, covered where they are.
  func candidates(
    of mentions: [NameHunt.Mention], guards: GuardBook, from first: Int,
    into record: inout JudgementRecord
  ) -> [Candidate] {
    var found: [Candidate] = []
    for mention in mentions {
      guard let source = sources[mention.source],
        let candidate = candidate(
          for: mention, of: source, guards: guards, position: first + found.count, into: &record)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  private func candidate(
    for mention: NameHunt.Mention, of source: NameSources.Source, guards: GuardBook,
    position: Int, into record: inout JudgementRecord
  ) -> Candidate? {
    let place = facts.location(of: source.range, in: source.part)
    let line = facts.structures[place.part].lines.line(at: place.range.start)
    let name = facts.document.parts[place.part].name
    var candidate = Candidate(
      rule: source.rule, leak: source.leak, origin: .propagated(from: mention.source),
      part: guards.window.part, range: mention.range,
      severity: judge.policy.severity(of: source.leak, rule: source.rule.identifier),
      confidence: max(1, source.confidence - 3),
      evidence: [
        Evidence(
          code: .propagated, subject: source.rule.identifier,
          words: "The name is given away in line \(line) of the \(name): \(source.rule.title).",
          weight: max(1, source.confidence - 3))
      ], position: position)
    let verdict = GuardVerdict(for: source.leak, at: mention.range, guards: guards)
    if let entry = verdict.veto {
      candidate.veto(by: guards.identity(of: entry))
      record.add(candidate, .vetoed, facts)
      return nil
    }
    return candidate
  }
}
