import ExpungeDetection
import ExpungeText
import PCRE2

/// Turns rules' hits into candidates: own reference, guards, checks, the words around.
struct HitWeighing {
  let judge: Judge
  let facts: DocumentFacts
  /// Covered where hits are.
  let guards: GuardBook

  /// The candidates of one window; what comes to nothing goes into the record.
  ///
  /// - Parameter first: position of the window's first candidate among the document's.
  func candidates(
    of hits: [Hit], from first: Int, into record: inout JudgementRecord,
    with scratch: inout Scratch
  ) -> [Candidate] {
    let part = guards.window.part
    let text = facts.text(of: part)
    var candidates: [Candidate] = []
    for hit in hits {
      let rule = judge.rules[Int(hit.rule)]
      guard case .rule(let leak) = rule.role else { continue }
      if rule.isForInformation, !judge.policy.profile.masksFacts { continue }
      // What a program calls its things ("table_of_contents") identifies nobody.
      if !leak.label.isDirect || leak.severity <= .low, facts.document.parts[part].kind.isCode {
        continue
      }
      // Lines of markup come from different places of the file.
      if facts.document.parts[part].kind == .markup,
        text[hit.start..<hit.end].contains(Ascii.lineFeed)
      {
        continue
      }
      var candidate = candidate(for: hit, of: rule, leak, in: part)
      candidate.position = first + candidates.count
      if let reference = facts.ownReference,
        OwnReference.digits(in: text[hit.start..<hit.end]) == reference
      {
        candidate.weigh(.vetoed, "own-reference", "It is this decision's own reference.", 0)
        record.add(candidate, .vetoed, facts)
        continue
      }
      let verdict = GuardVerdict(for: leak, at: hit.range, guards: guards)
      if let entry = verdict.veto {
        candidate.veto(by: guards.identity(of: entry))
        record.add(candidate, .vetoed, facts)
        continue
      }
      check(hit, of: rule, &candidate)
      candidate.read(text[hit.start..<hit.end], of: rule)
      candidate.doubt(guards.doubts(verdict))
      guard hear(hit, leak: leak, text: text, &candidate, into: &record, with: &scratch) else {
        record.add(candidate, .dropped, facts)
        continue
      }
      if let entry = verdict.lowering { candidate.lower(by: entry, guards.identity(of: entry)) }
      candidates.append(candidate)
    }
    return candidates
  }

  private func candidate(
    for hit: Hit, of rule: Rule, _ leak: Rule.Leak, in part: Int
  ) -> Candidate {
    Candidate(
      rule: RuleIdentity(rule), leak: leak, origin: .rule, part: part, range: hit.range,
      severity: judge.policy.severity(of: leak, rule: rule.identifier),
      confidence: leak.confidence,
      evidence: [
        Evidence(
          code: .rule, subject: rule.identifier, words: "It has the form of: \(rule.title).",
          weight: leak.confidence)
      ])
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

  /// "It needs words such as “nhs number” before it, and none stands there."
  private static func words(needed context: Rule.Context) -> String {
    let known = context.phrases.filter { !$0.hasPrefix("(?") }.prefix(4)
    guard !known.isEmpty else {
      return "It needs words \(context.side.words) it that are not there."
    }
    let list = known.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
    return "It needs words such as \(list) \(context.side.words) it, and none stands there."
  }

  /// The phrases around a hit; false when one excludes it or a needed one is missing.
  private func hear(
    _ hit: Hit, leak: Rule.Leak, text: [UInt8], _ candidate: inout Candidate,
    into record: inout JudgementRecord, with scratch: inout Scratch
  ) -> Bool {
    guard !leak.context.isEmpty else { return true }
    let block = facts.surroundings(of: hit.range, in: candidate.part)
    let outcome: ContextMatcher.Outcome
    do {
      outcome = try judge.contexts.evaluate(
        rule: Int(hit.rule), hit: hit.range, text: text, block: block, with: &scratch)
    } catch {
      record.failures.append(Judgement.Failure(part: candidate.part, rule: error.rule))
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
    if let dropped = outcome.droppedBy {
      let phrase = leak.context[dropped.entry].phrases[dropped.phrase]
      candidate.weigh(
        .context, phrase, "Where such words stand beside it, the rule finds nothing.", 0)
    } else if let need = outcome.unmetNeed {
      candidate.weigh(.context, "", Self.words(needed: leak.context[need]), 0)
    }
    return outcome.survives
  }
}
