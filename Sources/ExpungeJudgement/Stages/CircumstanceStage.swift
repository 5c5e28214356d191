import ExpungeDetection
import ExpungeText
import PCRE2

/// Weighs what stands around candidates, whatever their rule: place, quotation, words beside.
struct CircumstanceStage {
  let circumstances: [Circumstance]
  /// One question for each circumstance.
  let matcher: PhraseMatcher
  let facts: DocumentFacts

  func weigh(
    _ candidate: inout Candidate, into record: inout JudgementRecord, with scratch: inout Scratch
  ) {
    for (number, circumstance) in circumstances.enumerated()
    where speaks(circumstance, about: candidate) {
      if !circumstance.beside.isEmpty {
        do {
          let stands = try matcher.stands(
            number, beside: candidate.range, in: facts.text(of: candidate.part),
            block: facts.surroundings(of: candidate.range, in: candidate.part), with: &scratch)
          guard stands else { continue }
        } catch {
          record.failures.append(
            Judgement.Failure(part: candidate.part, rule: candidate.rule.identifier))
          continue
        }
      }
      apply(circumstance, to: &candidate)
    }
  }

  private func speaks(_ circumstance: Circumstance, about candidate: Candidate) -> Bool {
    guard circumstance.from <= candidate.severity, candidate.severity <= circumstance.to,
      circumstance.labels.isEmpty || circumstance.labels.contains(candidate.leak.label)
    else { return false }
    return circumstance.places.isEmpty || circumstance.places.contains { isIn($0, candidate) }
  }

  private func apply(_ circumstance: Circumstance, to candidate: inout Candidate) {
    for _ in 0..<abs(circumstance.raises) {
      candidate.severity =
        circumstance.raises > 0 ? candidate.severity.raised : candidate.severity.lowered
    }
    let effect =
      switch (circumstance.raises, circumstance.weight) {
      case (1..., _): "More severe"
      case (..<0, _): "Less severe"
      case (_, 1...): "More likely"
      default: "Less likely"
      }
    let code: Evidence.Code =
      circumstance.raises > 0
      ? .escalated : circumstance.raises < 0 ? .deescalated : .circumstance
    candidate.weigh(
      code, circumstance.name, "\(effect), because \(circumstance.reason).", circumstance.weight)
  }

  private func isIn(_ place: Circumstance.Place, _ candidate: Candidate) -> Bool {
    let part = facts.document.parts[candidate.part]
    switch place {
    case .title: return part.kind == .title
    case .fileName: return part.kind == .fileName
    case .link: return part.kind == .link
    case .comment: return part.kind == .comment
    case .summary: return section(of: candidate) == .summary
    case .head: return section(of: candidate) == .head
    case .furniture: return section(of: candidate) == .furniture
    case .heading:
      return facts.block(at: candidate.range, of: candidate.part)
        .map { part.blocks[$0].kind == .heading } ?? false
    case .quotation: return isQuoted(candidate)
    }
  }

  private func section(of candidate: Candidate) -> PartStructure.Section.Kind? {
    let place = facts.location(of: candidate).range
    return facts.structures[candidate.part].section(at: place.start)?.kind
  }

  /// Whether a double quotation mark opens before it in its block and closes after it.
  private func isQuoted(_ candidate: Candidate) -> Bool {
    let block = facts.surroundings(of: candidate.range, in: candidate.part)
    let text = facts.text(of: candidate.part)
    let reach = 600
    let quote = UInt8(ascii: "\"")
    let before = text[max(block.start, candidate.range.start - reach)..<candidate.range.start]
    let after = text[candidate.range.end..<min(block.end, candidate.range.end + reach)]
    return before.count { $0 == quote } % 2 == 1 && after.contains(quote)
  }
}
