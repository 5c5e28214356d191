import ExpungeDetection
import ExpungeText
import PCRE2

/// The judgement of one document, step by step.
struct DocumentWork {
  let judge: Judge
  let document: Document
  let scanned: [Judge.ScannedPart]
  let structures: [PartStructure]
  let explains: Bool

  private var guards: [GuardIndex] = []
  private var explained: [[Judgement.Explained]] = []
  private var candidates: [Candidate] = []
  private var considered: [Considered] = []
  private var failures: [Judgement.Failure] = []

  init(
    judge: Judge, document: Document, scanned: [Judge.ScannedPart], structures: [PartStructure],
    explains: Bool
  ) {
    self.judge = judge
    self.document = document
    self.scanned = scanned
    self.structures = structures
    self.explains = explains
    guards = document.parts.map { _ in GuardIndex([]) }
    explained = document.parts.map { _ in [] }
  }

  mutating func run(
    with scratch: inout Scratch, guardsOfPart: (Int) -> [Hit]?
  ) -> Judgement {
    let own = ownReference()
    for part in document.parts.indices {
      weigh(part, ownReference: own, with: &scratch)
    }
    var standing = resolve(candidates)
    if judge.propagates {
      let mentions = propagated(from: standing, guardsOfPart)
      if !mentions.isEmpty { standing = resolve(standing + mentions) }
    }
    var findings = FindingBuilder(
      document: document, readings: scanned.map(\.reading), structures: structures,
      rules: judge.rules, policy: judge.policy
    ).findings(from: standing)
    var capped = 0
    if findings.count > judge.limits.findings {
      capped = findings.count - judge.limits.findings
      findings = mostSevere(judge.limits.findings, of: findings)
    }
    return Judgement(
      findings: findings, capped: capped, explained: explained, considered: considered,
      failures: failures)
  }

  // MARK: Hits to candidates

  private mutating func weigh(
    _ part: Int, ownReference: [UInt8]?, with scratch: inout Scratch
  ) {
    let text = scanned[part].reading.text
    var leaks: [(hit: Hit, leak: Rule.Leak)] = []
    for hit in scanned[part].hits {
      if case .rule(let leak) = judge.rules[Int(hit.rule)].role { leaks.append((hit, leak)) }
    }
    setGuards(of: part, from: scanned[part].hits)
    let index = guards[part]
    let blocks = foldedBlocks(of: part)
    for (hit, leak) in leaks {
      let rule = judge.rules[Int(hit.rule)]
      var candidate = Candidate(
        rule: Int(hit.rule), leak: leak, origin: .rule, part: part, range: hit.range,
        severity: severity(of: leak, rule: rule.identifier), confidence: leak.confidence,
        evidence: [
          Evidence(
            code: .rule, subject: rule.identifier, words: "It has the form of: \(rule.title).",
            weight: leak.confidence)
        ], position: candidates.count)
      if let ownReference, OwnReference.digits(in: text[hit.start..<hit.end]) == ownReference {
        veto(&candidate, by: "own-reference", "It is this decision's own reference.")
        continue
      }
      let verdict = GuardVerdict(for: leak, at: hit.range, guards: index)
      if let entry = verdict.veto {
        let guardRule = judge.rules[entry.rule]
        veto(&candidate, by: guardRule.identifier, "Explained as: \(guardRule.title).")
        continue
      }
      check(hit, of: rule, &candidate)
      guard hear(hit, leak: leak, text: text, blocks: blocks, &candidate, with: &scratch) else {
        consider(candidate, .dropped)
        continue
      }
      if let lowering = verdict.lowering, let ceiling = lowering.guarding.lowersTo,
        candidate.severity > ceiling
      {
        candidate.severity = ceiling
        candidate.weigh(
          .lowered, judge.rules[lowering.rule].identifier,
          "Less severe, because it is also: \(judge.rules[lowering.rule].title).", 0)
      }
      escalate(&candidate)
      candidates.append(candidate)
    }
  }

  private mutating func setGuards(of part: Int, from hits: [Hit]) {
    let entries = hits.compactMap { hit -> GuardIndex.Entry? in
      guard case .guarding(let guarding) = judge.rules[Int(hit.rule)].role else { return nil }
      return GuardIndex.Entry(rule: Int(hit.rule), guarding: guarding, range: hit.range)
    }
    guards[part] = GuardIndex(entries)
    explained[part] = explanations(entries, in: part)
  }

  /// What the guards say about names: a removed name may stay inside, as in a council's.
  private func explanations(
    _ entries: [GuardIndex.Entry], in part: Int
  ) -> [Judgement.Explained] {
    // Lazily: a long text has hundreds of thousands of guards' hits.
    entries.lazy.filter {
      $0.guarding.lowersTo == nil
        && ($0.guarding.claims.isEmpty || $0.guarding.claims.contains(.person))
    }.map {
      Judgement.Explained(
        range: scanned[part].reading.original(of: $0.range),
        guardIdentifier: judge.rules[$0.rule].identifier)
    }.sorted { $0.range < $1.range }
  }

  private func check(_ hit: Hit, of rule: Rule, _ candidate: inout Candidate) {
    guard let validation = rule.validation else { return }
    let name = validation.validator.rawValue
    switch hit.grade {
    case .none: break
    case .pass:
      candidate.weigh(
        .check, name, "The check for \(validation.validator.words) holds.", validation.pass)
    case .weak:
      candidate.weigh(
        .check, name, "The check for \(validation.validator.words) cannot tell.", validation.weak)
    case .fail:
      candidate.weigh(
        .check, name,
        "The check for \(validation.validator.words) fails, as it would with a typing error.",
        validation.fail)
    }
  }

  /// The phrases around a hit; false when one excludes it or a needed one is missing.
  private mutating func hear(
    _ hit: Hit, leak: Rule.Leak, text: [UInt8], blocks: [ByteRange],
    _ candidate: inout Candidate, with scratch: inout Scratch
  ) -> Bool {
    guard !leak.context.isEmpty else { return true }
    let block = enclosingBlock(of: hit.range, in: blocks) ?? ByteRange(0, text.count)
    let outcome: ContextMatcher.Outcome
    do {
      outcome = try judge.contexts.evaluate(
        rule: Int(hit.rule), hit: hit.range, text: text, block: block, with: &scratch)
    } catch {
      failures.append(Judgement.Failure(part: candidate.part, rule: error.rule))
      return true
    }
    for match in outcome.matches {
      let context = leak.context[match.entry]
      let phrase = context.phrases[match.phrase]
      let words =
        phrase.hasPrefix("(?")
        ? "A phrase that the rule knows stands \(context.side.words) it."
        : "\u{201C}\(phrase)\u{201D} stands \(context.side.words) it."
      candidate.weigh(.context, phrase, words, context.weight)
    }
    return outcome.survives
  }

  /// Titles, summaries and file names travel furthest: one step more severe there.
  ///
  /// Source: taxonomy of leak classes, escalators. Advice stays advice: measured on statute-heavy
  /// prose, raising it there blocks for every web address of a summary.
  private func escalate(_ candidate: inout Candidate) {
    guard candidate.leak.label.isDirect, candidate.severity == .high else { return }
    let part = document.parts[candidate.part]
    let place = scanned[candidate.part].reading.original(of: candidate.range)
    let section = structures[candidate.part].section(at: place.start)
    let isExposed =
      part.kind == .title || part.kind == .fileName || section?.kind == .summary
    guard isExposed else { return }
    candidate.severity = candidate.severity.raised
    candidate.weigh(
      .escalated, section?.kind.rawValue ?? part.kind.rawValue,
      "More severe, because titles, summaries and file names are copied furthest.", 0)
  }

  private func severity(of leak: Rule.Leak, rule identifier: String) -> Severity {
    judge.policy.severity(of: leak, rule: identifier)
  }

  // MARK: Overlaps

  private mutating func resolve(_ candidates: [Candidate]) -> [Candidate] {
    let policy = judge.policy
    let overlaps = Overlaps { candidate in
      policy.blocks(
        severity: candidate.severity, confidence: candidate.confidence,
        label: candidate.leak.label)
    }
    let byPart = Dictionary(grouping: candidates, by: \.part)
    var standing: [Candidate] = []
    for part in document.parts.indices {
      let (kept, covered) = overlaps.resolve(byPart[part] ?? [])
      standing += kept
      for (loser, _) in covered { consider(loser, .covered) }
    }
    return standing
  }

  // MARK: Propagation

  /// Other mentions of the names that stand, in every part.
  private mutating func propagated(
    from standing: [Candidate], _ guardsOfPart: (Int) -> [Hit]?
  ) -> [Candidate] {
    var names = FoundNames()
    var sources: [Int: Candidate] = [:]
    for candidate in standing
    where candidate.leak.propagates
      && candidate.confidence >= judge.policy.profile.floor(for: candidate.leak.label)
    {
      names.add(
        mention: candidate.range, in: scanned[candidate.part].reading.text,
        source: candidate.position)
      sources[candidate.position] = candidate
    }
    guard !names.isEmpty else { return [] }
    for part in document.parts.indices {
      if let hits = guardsOfPart(part) { setGuards(of: part, from: hits) }
    }
    let filter = NameFilter(names.names.keys)
    markAmbiguous(&names, beside: standing, filter: filter)
    var found: [Candidate] = []
    for part in document.parts.indices {
      let text = scanned[part].reading.text
      let kind = document.parts[part].kind
      let hunt = NameHunt(
        names: names, filter: filter, ignoresCase: kind == .fileName || kind == .link)
      for block in foldedBlocks(of: part) {
        for mention in hunt.mentions(in: block, of: text) {
          guard let source = sources[mention.source],
            let candidate = propagatedCandidate(
              mention, from: source, part: part, position: candidates.count + found.count)
          else { continue }
          found.append(candidate)
        }
      }
    }
    return found
  }

  private mutating func propagatedCandidate(
    _ mention: NameHunt.Mention, from source: Candidate, part: Int, position: Int
  ) -> Candidate? {
    if part == source.part, source.range.contains(mention.range) { return nil }
    let rule = judge.rules[source.rule]
    let place = location(of: source)
    let line = structures[place.part].lines.line(at: place.range.start)
    var candidate = Candidate(
      rule: source.rule, leak: source.leak, origin: .propagated(from: source.position), part: part,
      range: mention.range, severity: severity(of: source.leak, rule: rule.identifier),
      confidence: max(1, source.confidence - 3),
      evidence: [
        Evidence(
          code: .propagated, subject: rule.identifier,
          words:
            "The name is given away in line \(line) of the \(document.parts[place.part].name): \(rule.title).",
          weight: max(1, source.confidence - 3))
      ], position: position)
    let verdict = GuardVerdict(for: source.leak, at: mention.range, guards: guards[part])
    if let entry = verdict.veto {
      let guardRule = judge.rules[entry.rule]
      veto(&candidate, by: guardRule.identifier, "Explained as: \(guardRule.title).")
      return nil
    }
    escalate(&candidate)
    return candidate
  }

  /// A found name that is also a word here needs more than itself: it stands in small letters
  /// somewhere, or inside what a guard explains (Kent, and Kent County Council).
  private func markAmbiguous(
    _ names: inout FoundNames, beside standing: [Candidate], filter: NameFilter
  ) {
    let byPart = Dictionary(grouping: standing, by: \.part)
    for part in document.parts.indices where document.parts[part].kind != .fileName {
      let text = scanned[part].reading.text
      // What is inside a finding, such as the small letters of an e-mail address, tells nothing.
      let found = RangeIndex((byPart[part] ?? []).map(\.range))
      filter.forEachCandidate(in: ByteRange(0, text.count), of: text) { word in
        guard let name = names.names[word.key], !name.isAmbiguous else { return }
        if judge.ordinaryNames.contains(word.key) {
          names.markAmbiguous(word.key)
        } else if !word.isCapitalised || isExplained(word.range, in: part),
          !found.touches(word.range)
        {
          names.markAmbiguous(word.key)
        }
      }
    }
  }

  /// Whether a guard that vetoes explains a word, other than a pseudonym.
  private func isExplained(_ range: ByteRange, in part: Int) -> Bool {
    guards[part].touching(range).contains {
      $0.guarding.lowersTo == nil && $0.guarding.kind != "pseudonym" && $0.range.contains(range)
    }
  }

  // MARK: Places

  private func ownReference() -> [UInt8]? {
    for (part, structure) in zip(document.parts, structures) {
      if let range = structure.ownReference {
        return OwnReference.digits(in: part.text[range.start..<range.end])
      }
    }
    return nil
  }

  private func foldedBlocks(of part: Int) -> [ByteRange] {
    document.parts[part].blocks.map { scanned[part].reading.folded($0.range) }
  }

  private func enclosingBlock(of range: ByteRange, in blocks: [ByteRange]) -> ByteRange? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].start <= range.start else { return nil }
    return blocks[low].union(range)
  }

  private func location(of candidate: Candidate) -> Location {
    Location(
      part: candidate.part,
      range: scanned[candidate.part].reading.original(of: candidate.range))
  }

  // MARK: What became of it

  private mutating func veto(_ candidate: inout Candidate, by guardName: String, _ words: String) {
    candidate.weigh(.vetoed, guardName, words, 0)
    consider(candidate, .vetoed)
  }

  private mutating func consider(_ candidate: Candidate, _ outcome: Considered.Outcome) {
    guard explains else { return }
    considered.append(
      Considered(
        rule: judge.rules[candidate.rule], label: candidate.leak.label,
        location: location(of: candidate), outcome: outcome,
        evidence: candidate.evidence))
  }

  private func mostSevere(_ count: Int, of findings: [Finding]) -> [Finding] {
    let kept = findings.indices.sorted {
      (findings[$0].severity, findings[$0].confidence, -$0)
        > (findings[$1].severity, findings[$1].confidence, -$1)
    }.prefix(count).sorted()
    return kept.map { findings[$0] }
  }
}
