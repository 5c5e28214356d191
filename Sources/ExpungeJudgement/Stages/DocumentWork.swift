import ExpungeCast
import ExpungeDetection
import ExpungeText
import PCRE2

/// The judgement of one document: each window by itself, then what the windows have in common, then
/// each window's findings.
struct DocumentWork {
  private let judge: Judge
  private let facts: DocumentFacts
  private let listsExplained: Bool
  private let windows: WindowWork
  private let namedOnPurpose: NamedOnPurposeStage
  private var record: JudgementRecord
  private var propagation: NamePropagation
  private var listing: Listing
  private var drafts = Drafts()
  private var explained: [[Judgement.Explained]]
  private var heard: [HeardGuard] = []

  private let keepsCast: Bool

  init(
    judge: Judge, facts: DocumentFacts, explains: Bool, keepsCast: Bool, listsExplained: Bool
  ) {
    self.keepsCast = keepsCast
    self.listsExplained = listsExplained
    self.judge = judge
    self.facts = facts
    windows = WindowWork(judge: judge, facts: facts)
    record = JudgementRecord(explains: explains)
    namedOnPurpose = NamedOnPurposeStage(
      entries: judge.policy.profile.namedOnPurpose, matcher: judge.purposeWords, facts: facts)
    propagation = NamePropagation(judge: judge, facts: facts, namedOnPurpose: namedOnPurpose)
    listing = Listing(limit: judge.limits.findings, facts: facts)
    explained = Array(repeating: [], count: facts.parts.count)
  }

  mutating func run(with scanner: inout Scanner, _ scratch: inout Scratch) -> Judgement {
    for part in facts.parts { survey(part, with: &scanner, &scratch) }
    if judge.propagates {
      tellNamesFromWords(with: &scanner)
      for number in drafts.all.indices { settle(number, with: &scanner, &scratch) }
    }
    var unlisted = listing.unlisted()
    var capped = listing.capped
    var findings = FindingBuilder(facts: facts, policy: judge.policy).findings(
      from: listing.take(), knownFrom: propagation.sources)
    let stage = CastStage(
      facts: facts, policy: judge.policy, vocabulary: judge.cast, classes: judge.classes,
      realInitials: judge.realInitials)
    let cast = stage.list(beside: findings)
    var house = DocumentCast(
      list: cast, pseudonyms: stage.remark(on: cast, in: &findings), style: stage.style)
    house.readGenders(before: findings, in: facts)
    suggest(house, in: &findings, with: &scanner)
    let repeated = findings.removeRepeated(in: facts.document)
    if !repeated.isEmpty {
      unlisted = (unlisted + repeated).sorted {
        ($0.location.part, $0.location.range) < ($1.location.part, $1.location.range)
      }
    }
    let publication = PublicationStage(
      facts: facts, policy: judge.policy, checks: judge.publication
    ).findings(after: findings)
    if !publication.isEmpty { findings.insert(publication) }
    let markers = Exemptions(document: facts.document, policy: judge.policy, rules: judge.rules)
      .apply(to: &findings)
    if cast != nil { CastStage.removeAnswered(from: &findings) }
    let combinations = combinations(of: findings, with: &scanner)
    if !combinations.isEmpty { findings += combinations }
    if findings.count > judge.limits.findings {
      capped += findings.count - judge.limits.findings
      findings = Self.mostSevere(judge.limits.findings, of: findings)
    }
    return Judgement(
      findings: findings, markers: markers, capped: capped, unlisted: unlisted,
      cappedNames: propagation.isCapped, explained: listsExplained ? explained : [],
      considered: record.considered, heard: heard, failures: record.failures,
      silent: record.silent, cast: keepsCast ? house : nil)
  }

  /// Puts the house style's words into findings where they are known; none that would itself be found.
  private func suggest(
    _ cast: DocumentCast, in findings: inout [Finding], with scanner: inout Scanner
  ) {
    guard !judge.cast.isEmpty else { return }
    let house = HouseSuggestions(facts: facts, policy: judge.policy, cast: cast, beside: findings)
    var known: [String: Bool] = [:]
    for index in findings.indices {
      guard let words = house.suggestion(for: findings[index]) else { continue }
      let isHarmless = known[words] ?? isHarmless(words, with: &scanner)
      known[words] = isHarmless
      if isHarmless { findings[index].suggestion = words }
    }
  }

  /// Whether no rule finds anything direct in a suggestion.
  private func isHarmless(_ words: String, with scanner: inout Scanner) -> Bool {
    let text = Array(words.utf8)
    var hits: [Hit] = []
    do {
      try scanner.scanRules(text, blocks: [ByteRange(0, text.count)], into: &hits)
    } catch {
      return false
    }
    return !hits.contains { hit in
      if case .rule(let leak) = judge.rules[Int(hit.rule)].role {
        leak.label.isDirect && leak.confidence >= 50
      } else {
        false
      }
    }
  }

  /// Judges a part's windows by themselves, and gathers the names that they give away.
  private mutating func survey(
    _ part: Int, with scanner: inout Scanner, _ scratch: inout Scratch
  ) {
    var reader = WindowReader(facts, part: part, leastBytes: judge.windowBytes)
    var spans = judge.scorers.map { SpanReader($0, facts, part: part) }
    while let (window, hits) = reader.next(with: &scanner) {
      let number = drafts.all.count
      var judged = windows.judge(
        window, number: number, hits: hits, spans: &spans, into: &record, with: &scanner, &scratch)
      if listsExplained || record.explains { list(&judged.guards, with: &scanner) }
      if judge.propagates {
        propagation.gather(from: judged.standing, with: &scratch)
        drafts.add(judged, keeping: record.explains || !window.isRepeatable)
      } else {
        drafts.addSettled(window)
        settle(&judged, with: &scanner, &scratch)
      }
    }
    if let failure = reader.failure { record.silence(failure, in: part) }
  }

  /// Takes down all guards of a window.
  private mutating func list(_ guards: inout GuardBook, with scanner: inout Scanner) {
    do {
      try guards.coverAll(in: facts, with: &scanner)
    } catch {
      record.silence(error, in: guards.window.part)
    }
    if listsExplained { explained[guards.window.part] += guards.explained(in: facts) }
    if record.explains { heard += guards.heard(in: facts) }
  }

  private mutating func tellNamesFromWords(with scanner: inout Scanner) {
    guard !propagation.isEmpty else { return }
    propagation.close()
    for number in drafts.all.indices {
      let draft = drafts.all[number]
      do {
        try propagation.tellWords(
          in: draft.window, standing: draft.standing.map(\.range)
        ) { words throws(ScanFailure) in
          var guards =
            drafts.kept[number]?.guards
            ?? GuardBook(draft.window, rules: judge.rules, facts: facts, crossing: draft.crossing)
          try guards.cover(words, in: facts, with: &scanner)
          drafts.kept[number]?.guards = guards
          return guards
        }
      } catch {
        record.silence(error, in: draft.window.part)
      }
    }
  }

  /// Adds to a window what is known from others, and lists what stands in it.
  private mutating func settle(
    _ number: Int, with scanner: inout Scanner, _ scratch: inout Scratch
  ) {
    if var kept = drafts.kept[number] {
      settle(&kept, with: &scanner, &scratch)
      drafts.kept[number]?.standing = []
      drafts.kept[number]?.guards = kept.guards
      return
    }
    // What it says of hits that came to nothing and of failures was said the first time.
    var unheard = JudgementRecord(explains: false)
    let window = drafts.all[number].window
    var spans = drafts.spans(of: window.part) {
      judge.scorers.map { SpanReader($0, facts, part: window.part) }
    }
    do {
      let hits = try WindowReader.hits(of: window, in: facts, with: &scanner)
      var judged = windows.judge(
        window, number: number, hits: hits, spans: &spans, into: &unheard, with: &scanner,
        &scratch)
      drafts.put(spans, of: window.part)
      settle(&judged, with: &scanner, &scratch)
    } catch {
      record.silence(error, in: window.part)
    }
  }

  private mutating func settle(
    _ judged: inout JudgedWindow, with scanner: inout Scanner, _ scratch: inout Scratch
  ) {
    let mentions = propagation.isEmpty ? [] : propagation.mentions(in: judged.window)
    if !mentions.isEmpty {
      do {
        try judged.guards.cover(mentions.map(\.range), in: facts, with: &scanner)
      } catch {
        record.silence(error, in: judged.window.part)
      }
      var candidates = propagation.candidates(
        of: mentions, guards: judged.guards, from: judged.nextPosition, into: &record)
      for index in candidates.indices {
        windows.circumstances.weigh(&candidates[index], into: &record, with: &scratch)
      }
      if !candidates.isEmpty {
        judged.standing = windows.resolved(judged.standing + candidates, into: &record)
      }
    }
    namedOnPurpose.lower(
      &judged.standing, knownFrom: propagation.sources, into: &record, with: &scratch)
    listing.add(judged.standing, of: judged.window.part)
  }

  private mutating func combinations(
    of findings: [Finding], with scanner: inout Scanner
  ) -> [Finding] {
    var guards = DocumentGuards(judge: judge, facts: facts, drafts: drafts)
    let found = Combinations(facts: facts, policy: judge.policy, classes: judge.classes)
      .findings(after: findings, guards: &guards, with: &scanner)
    if let failure = guards.failure { record.silence(failure.failure, in: failure.part) }
    return found
  }

  private static func mostSevere(_ count: Int, of findings: [Finding]) -> [Finding] {
    let kept = findings.indices.sorted {
      (findings[$0].severity, findings[$0].confidence, -$0)
        > (findings[$1].severity, findings[$1].confidence, -$1)
    }.prefix(count).sorted()
    return kept.map { findings[$0] }
  }
}
