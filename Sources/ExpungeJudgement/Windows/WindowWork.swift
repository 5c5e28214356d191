import ExpungeDetection
import ExpungeText
import PCRE2

/// A window with the candidates that stand in it, as far as it alone can tell.
struct JudgedWindow {
  var window: TextWindow { guards.window }
  /// By place.
  var standing: [Candidate]
  var guards: GuardBook
  /// Position of the next candidate of the window among the document's.
  var nextPosition: Int
}

/// Judges windows, each by itself: what rules and scorers found, guards, the words around, overlaps.
struct WindowWork {
  /// Positions that each window has for its candidates, far more than it can use.
  private static let positionsPerWindow = 1 << 32

  private let judge: Judge
  private let facts: DocumentFacts
  let circumstances: CircumstanceStage

  init(judge: Judge, facts: DocumentFacts) {
    self.judge = judge
    self.facts = facts
    circumstances = CircumstanceStage(
      circumstances: judge.circumstances, matcher: judge.circumstanceWords, facts: facts)
  }

  /// Judges a window. The same window gives the same, however often it is judged.
  ///
  /// - Parameters:
  ///   - number: of the window among the document's.
  ///   - hits: of all rules in it, and of guards that may cross blocks.
  func judge(
    _ window: TextWindow, number: Int, hits: [Hit], spans: inout [SpanReader],
    into record: inout JudgementRecord, with scanner: inout Scanner, _ scratch: inout Scratch
  ) -> JudgedWindow {
    let first = number * Self.positionsPerWindow
    var guards = GuardBook(window, rules: judge.rules, facts: facts, hits: hits)
    let ofRules = hits.filter { judge.isRule[Int($0.rule)] }
    cover(ofRules.lazy.map(\.extent), &guards, into: &record, with: &scanner)
    var candidates = HitWeighing(judge: judge, facts: facts, guards: guards)
      .candidates(of: ofRules, from: first, into: &record, with: &scratch)
    for index in candidates.indices {
      circumstances.weigh(&candidates[index], into: &record, with: &scratch)
    }
    var position = first + ofRules.count
    for reader in spans.indices {
      let found = spans[reader].spans(in: window)
      cover(found.lazy.map(\.range), &guards, into: &record, with: &scanner)
      for span in found {
        guard
          let candidate = candidate(
            for: span, guards: guards, position: position, into: &record, with: &scratch)
        else { continue }
        candidates.append(candidate)
        position += 1
      }
    }
    return JudgedWindow(
      standing: resolved(candidates, into: &record), guards: guards, nextPosition: position)
  }

  /// What a scorer found yields to guards as a rule's hits do.
  private func candidate(
    for span: ScoredSpan, guards: GuardBook, position: Int, into record: inout JudgementRecord,
    with scratch: inout Scratch
  ) -> Candidate? {
    var candidate = Candidate(
      rule: span.rule, leak: span.leak, origin: .scorer, part: span.part, range: span.range,
      severity: judge.policy.severity(of: span.leak, rule: span.rule.identifier),
      confidence: min(99, max(1, span.confidence)), evidence: span.evidence, position: position)
    let verdict = GuardVerdict(for: span.leak, at: span.range, guards: guards)
    if let entry = verdict.veto {
      candidate.veto(by: guards.identity(of: entry))
      record.add(candidate, .vetoed, facts)
      return nil
    }
    candidate.doubt(guards.doubts(verdict))
    if let entry = verdict.lowering { candidate.lower(by: entry, guards.identity(of: entry)) }
    circumstances.weigh(&candidate, into: &record, with: &scratch)
    return candidate
  }

  /// The candidates of a window that stand, by place.
  func resolved(
    _ candidates: [Candidate], into record: inout JudgementRecord
  ) -> [Candidate] {
    let policy = judge.policy
    let overlaps = Overlaps { candidate in
      policy.blocks(
        severity: candidate.severity, confidence: candidate.confidence,
        label: candidate.leak.label)
    }
    let (standing, covered) = overlaps.resolve(candidates)
    for (loser, _) in covered { record.add(loser, .covered, facts) }
    return standing
  }

  private func cover(
    _ ranges: some Sequence<ByteRange>, _ guards: inout GuardBook,
    into record: inout JudgementRecord, with scanner: inout Scanner
  ) {
    do {
      try guards.cover(ranges, in: facts, with: &scanner)
    } catch {
      record.silence(error, in: guards.window.part)
    }
  }
}
