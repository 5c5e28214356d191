import ExpungeDetection
package import ExpungePeople
import ExpungeText

/// Finds names that no cue announces, by all that speaks for and against each word.
package struct PeopleScorer: Scorer {
  /// Hundredths of the logarithm of the odds from which a name is shown; the profile's floor decides
  /// whether it blocks.
  private static let threshold = -150
  /// Points of confidence for one natural logarithm of the odds, where the chance is even.
  private static let pointsPerLogarithm = 25
  /// Evidence that is shown: no less than this, in hundredths, and no more than so many sentences.
  private static let leastShown = 40
  private static let mostShown = 6

  /// What a place in which files keep who wrote something adds, in hundredths of the logarithm of the
  /// odds: programs' names and posts stand there, too.
  private static let saysWho = 300

  private let finder: PeopleFinder

  package init(_ knowledge: PeopleKnowledge) { finder = PeopleFinder(knowledge) }

  /// Whether a word in small letters is one of the language, or a place's name.
  func isOrdinary(_ word: String) -> Bool { finder.isOrdinary(word) }

  private static let identity = RuleIdentity(
    identifier: "people/name-by-evidence", title: "Name without a cue")

  /// The kinds of guards that explain a word so that it is no leak.
  package static let yieldsTo = [
    "acronym", "bare-letter", "case-name", "charity", "condition", "contractor", "council",
    "defined-term", "drug", "echr-citation", "eponym", "furniture", "instrument", "job-title",
    "jurisdiction", "law-report", "list-mark", "neutral-citation", "nhs-body", "office-holder",
    "proverbial", "pseudonym", "public-body", "re-case", "scheme", "section", "si-number",
    "software", "statute",
  ]

  private static let leak = Rule.Leak(
    classCode: "D01", label: .person, severity: .critical, confidence: 50, priority: 60,
    suggestion: "the person's letter, or who they are: the neighbour, her son",
    yieldsTo: Self.yieldsTo, propagates: true)

  func stretches(of part: Int, in facts: DocumentFacts) -> [Range<Int>] {
    let kind = facts.document.parts[part].kind
    guard kind != .link, !kind.isCode else { return [] }
    return finder.stretches(
      of: (0..<facts.blockCount(of: part)).lazy.map { facts.block($0, of: part) })
  }

  func spans(inBlocks blocks: Range<Int>, of part: Int, in facts: DocumentFacts) -> [ScoredSpan] {
    let place = facts.document.parts[part].saysWho ? Self.saysWho : 0
    return finder.mentions(
      in: facts.text(of: part), blocks: facts.blocks(blocks, of: part),
      isFileName: facts.document.parts[part].kind == .fileName, atLeast: Self.threshold - place
    ).map { mention in
      var mention = mention
      mention.score += place
      return span(mention, in: part, of: facts)
    }
  }

  private func span(
    _ mention: PersonMention, in part: Int, of facts: DocumentFacts
  ) -> ScoredSpan {
    var evidence: [Evidence] = []
    var said: Set<String> = []
    var points = 0
    for item in mention.evidence where abs(item.weight) >= Self.leastShown {
      guard evidence.count < Self.mostShown,
        let words = item.kind.words(isFor: item.weight > 0), said.insert(words).inserted
      else { continue }
      let weight = item.weight * Self.pointsPerLogarithm / 100
      points += weight
      evidence.append(
        Evidence(
          code: .context, subject: item.kind.name, words: words, weight: weight))
    }
    if facts.document.parts[part].saysWho {
      let weight = Self.saysWho * Self.pointsPerLogarithm / 100
      points += weight
      evidence.append(
        Evidence(
          code: .context, subject: "says-who", words: "The file keeps there who wrote something.",
          weight: weight))
    }
    // The weights add up to the confidence; what is not shown is in the first line.
    let rest = mention.confidence - points
    evidence.insert(
      Evidence(
        code: .rule, subject: Self.identity.identifier,
        words: rest < 0
          ? "The rest of what the word is and where it stands speaks against a name."
          : "What the word is and where it stands speak for a name.",
        weight: rest), at: 0)
    return ScoredSpan(
      rule: Self.identity, leak: Self.leak, part: part, range: mention.range,
      confidence: mention.confidence, evidence: evidence)
  }
}
