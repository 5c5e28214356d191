import ExpungeDetection
import ExpungeText

/// The guards' hits of a document, part by part: at first those near rules' hits, all when asked.
struct GuardBook {
  private let rules: [Rule]
  private let facts: DocumentFacts
  private var indexes: [GuardIndex]
  private var isComplete = false
  init(rules: [Rule], facts: DocumentFacts) {
    self.rules = rules
    self.facts = facts
    indexes = facts.parts.map { _ in GuardIndex([]) }
    for part in facts.parts { set(part, from: facts.scanned[part].hits) }
  }

  /// Takes the hits of all guards where so far only those near rules' hits were looked for.
  ///
  /// - Parameter guardsOfPart: a part's hits with those of all guards; nil when they are here already.
  mutating func complete(with guardsOfPart: (Int) -> [Hit]?) {
    guard !isComplete else { return }
    isComplete = true
    for part in facts.parts {
      if let hits = guardsOfPart(part) { set(part, from: hits) }
    }
  }

  subscript(part: Int) -> GuardIndex { indexes[part] }

  func identity(of entry: GuardIndex.Entry) -> RuleIdentity { RuleIdentity(rules[entry.rule]) }

  /// The guards of a verdict that only lower confidence, with the points they take.
  func doubts(_ verdict: GuardVerdict) -> [(rule: Rule, points: Int)] {
    verdict.doubts.map { (rules[$0.rule], $0.guarding.lowersBy) }
  }

  /// Whether a guard that vetoes explains a word, other than a pseudonym.
  func explains(_ range: ByteRange, in part: Int) -> Bool {
    indexes[part].touching(range).contains {
      $0.guarding.lowersTo == nil && $0.guarding.kind != "pseudonym" && $0.range.contains(range)
    }
  }

  /// Every guard's hit, in the order of the document.
  var heard: [HeardGuard] {
    facts.parts.flatMap { part in
      indexes[part].entries.map { entry in
        HeardGuard(
          rule: rules[entry.rule].identifier, title: rules[entry.rule].title,
          guarding: entry.guarding, location: facts.location(of: entry.range, in: part))
      }
    }
  }

  private mutating func set(_ part: Int, from hits: [Hit]) {
    let entries = hits.compactMap { hit -> GuardIndex.Entry? in
      guard case .guarding(let guarding) = rules[Int(hit.rule)].role else { return nil }
      return GuardIndex.Entry(rule: Int(hit.rule), guarding: guarding, range: hit.range)
    }
    indexes[part] = GuardIndex(entries)
  }

  /// For each part: stretches that a guard explains so that no name is found there; a removed name may
  /// stay inside, as in a council's.
  var explained: [[Judgement.Explained]] { facts.parts.map(explained(in:)) }

  private func explained(in part: Int) -> [Judgement.Explained] {
    indexes[part].entries.lazy.filter {
      $0.guarding.lowersTo == nil
        && ($0.guarding.claims.isEmpty || $0.guarding.claims.contains(.person))
    }.map {
      Judgement.Explained(
        range: facts.scanned[part].reading.original(of: $0.range),
        guardIdentifier: rules[$0.rule].identifier)
    }.sorted { $0.range < $1.range }
  }
}
