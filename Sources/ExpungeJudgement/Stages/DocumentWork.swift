import ExpungeDetection
import ExpungeText
import PCRE2

/// The judgement of one document, stage after stage.
struct DocumentWork {
  private let judge: Judge
  private let facts: DocumentFacts
  private var guards: GuardBook
  private var record: JudgementRecord
  private let listsExplained: Bool
  private let circumstances: CircumstanceStage
  /// How many candidates there have been: each has a position of its own.
  private var positions = 0

  init(judge: Judge, facts: DocumentFacts, explains: Bool, listsExplained: Bool) {
    self.listsExplained = listsExplained
    self.judge = judge
    self.facts = facts
    guards = GuardBook(rules: judge.rules, facts: facts)
    record = JudgementRecord(explains: explains)
    circumstances = CircumstanceStage(
      circumstances: judge.circumstances, matcher: judge.circumstanceWords, facts: facts)
  }

  mutating func run(
    with scratch: inout Scratch, guardsOfPart: (Int) -> [Hit]?
  ) -> Judgement {
    var candidates = weighed(with: &scratch)
    candidates += scored(knowing: candidates, guardsOfPart, with: &scratch)
    var standing = resolved(candidates)
    if judge.propagates {
      let mentions = propagated(from: standing, guardsOfPart, with: &scratch)
      if !mentions.isEmpty { standing = resolved(standing + mentions) }
    }
    NamedOnPurposeStage(
      entries: judge.policy.profile.namedOnPurpose, matcher: judge.purposeWords, facts: facts
    ).lower(&standing, into: &record, with: &scratch)
    var findings = FindingBuilder(facts: facts, policy: judge.policy).findings(from: standing)
    let markers = Exemptions(document: facts.document, policy: judge.policy, rules: judge.rules)
      .apply(to: &findings)
    findings += Combinations(facts: facts, policy: judge.policy, classes: judge.classes)
      .findings(after: findings, guards: &guards, guardsOfPart)
    var capped = 0
    if findings.count > judge.limits.findings {
      capped = findings.count - judge.limits.findings
      findings = Self.mostSevere(judge.limits.findings, of: findings)
    }
    return Judgement(
      findings: findings, markers: markers, capped: capped,
      explained: listsExplained ? guards.explained : [],
      considered: record.considered, heard: record.explains ? guards.heard : [],
      failures: record.failures)
  }

  private mutating func weighed(with scratch: inout Scratch) -> [Candidate] {
    let weighing = HitWeighing(judge: judge, facts: facts, guards: guards)
    var candidates: [Candidate] = []
    for part in facts.parts {
      candidates += weighing.candidates(
        of: part, from: candidates.count, into: &record, with: &scratch)
    }
    positions = candidates.count
    for index in candidates.indices {
      circumstances.weigh(&candidates[index], into: &record, with: &scratch)
    }
    return candidates
  }

  /// What the scorers find: it yields to guards as a rule's hits do.
  private mutating func scored(
    knowing known: [Candidate], _ guardsOfPart: (Int) -> [Hit]?, with scratch: inout Scratch
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for scorer in judge.scorers {
      let spans = scorer.spans(in: facts, known: known)
      // Guards are looked for where they can matter.
      if !spans.isEmpty { guards.complete(with: guardsOfPart) }
      for span in spans {
        var candidate = Candidate(
          rule: span.rule, leak: span.leak, origin: .scorer, part: span.part, range: span.range,
          severity: judge.policy.severity(of: span.leak, rule: span.rule.identifier),
          confidence: min(99, max(1, span.confidence)), evidence: span.evidence,
          position: positions)
        let verdict = GuardVerdict(for: span.leak, at: span.range, guards: guards[span.part])
        if let entry = verdict.veto {
          candidate.veto(by: guards.identity(of: entry))
          record.add(candidate, .vetoed, facts)
          continue
        }
        candidate.doubt(guards.doubts(verdict))
        if let entry = verdict.lowering { candidate.lower(by: entry, guards.identity(of: entry)) }
        circumstances.weigh(&candidate, into: &record, with: &scratch)
        candidates.append(candidate)
        positions += 1
      }
    }
    return candidates
  }

  private mutating func resolved(_ candidates: [Candidate]) -> [Candidate] {
    let policy = judge.policy
    let overlaps = Overlaps { candidate in
      policy.blocks(
        severity: candidate.severity, confidence: candidate.confidence,
        label: candidate.leak.label)
    }
    let byPart = Dictionary(grouping: candidates, by: \.part)
    var standing: [Candidate] = []
    for part in facts.parts {
      let (kept, covered) = overlaps.resolve(byPart[part] ?? [])
      standing += kept
      for (loser, _) in covered { record.add(loser, .covered, facts) }
    }
    return standing
  }

  private mutating func propagated(
    from standing: [Candidate], _ guardsOfPart: (Int) -> [Hit]?, with scratch: inout Scratch
  ) -> [Candidate] {
    let propagation = NamePropagation(
      judge: judge, facts: facts, standing: standing, guards: &guards, guardsOfPart)
    var mentions = propagation.mentions(from: positions, into: &record)
    positions += mentions.count
    for index in mentions.indices {
      circumstances.weigh(&mentions[index], into: &record, with: &scratch)
    }
    return mentions
  }

  private static func mostSevere(_ count: Int, of findings: [Finding]) -> [Finding] {
    let kept = findings.indices.sorted {
      (findings[$0].severity, findings[$0].confidence, -$0)
        > (findings[$1].severity, findings[$1].confidence, -$1)
    }.prefix(count).sorted()
    return kept.map { findings[$0] }
  }
}
