import ExpungeDetection
import ExpungeText

/// Guards of single blocks anywhere in a document, once its windows are settled.
struct DocumentGuards {
  private let judge: Judge
  private let facts: DocumentFacts
  private let drafts: Drafts
  /// The window at hand, with its number: those who ask go through the document in order.
  private var current: (number: Int, guards: GuardBook)?
  /// The first guard that gave up.
  private(set) var failure: (failure: ScanFailure, part: Int)?

  init(judge: Judge, facts: DocumentFacts, drafts: Drafts) {
    self.judge = judge
    self.facts = facts
    self.drafts = drafts
  }

  /// All guards that touch a block, in order; none where one of them gave up.
  mutating func touching(
    block: Int, of part: Int, with scanner: inout Scanner
  ) -> [GuardIndex.Entry] {
    let number = drafts.number(ofBlock: block, of: part)
    let range = facts.block(block, of: part)
    do {
      if current?.number != number { current = (number, try guards(of: number, with: &scanner)) }
      try current?.guards.cover([range], in: facts, with: &scanner)
    } catch {
      if failure == nil { failure = (error, part) }
      return []
    }
    return current?.guards.touching(range) ?? []
  }

  private func guards(
    of number: Int, with scanner: inout Scanner
  ) throws(ScanFailure) -> GuardBook {
    if let kept = drafts.kept[number] { return kept.guards }
    let window = drafts.all[number].window
    let hits = try WindowReader.hits(of: window, in: facts, with: &scanner)
    return GuardBook(window, rules: judge.rules, facts: facts, hits: hits)
  }
}
