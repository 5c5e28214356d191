import ExpungeText

/// Joins the words that were taken for names to whole names.
struct NameGrouping {
  /// How far below the threshold a word beside a sure one may stay.
  static let leniency = 200

  private let look: FirstLook
  private let candidates: [NameCandidate]
  private let weights: Weights
  /// The candidate of a token.
  private let byToken: [Int: Int]

  init(look: FirstLook, candidates: [NameCandidate], weights: Weights) {
    self.look = look
    self.candidates = candidates
    self.weights = weights
    byToken = Dictionary(
      uniqueKeysWithValues: candidates.enumerated().map { ($1.token, $0) })
  }

  /// Ascending and disjoint. O(candidates).
  func mentions(atLeast threshold: Int) -> [PersonMention] {
    let words = look.words
    func score(_ token: Int) -> Int { byToken[token].map { candidates[$0].score } ?? .min }
    var mentions: [PersonMention] = []
    var taken = -1
    for candidate in candidates where candidate.score >= threshold && candidate.token > taken {
      var first = candidate.token
      var last = candidate.token
      while let before = words.before(first), before > taken, joins(before, first),
        score(before) >= threshold - NameGrouping.leniency
      {
        first = before
      }
      while let (next, reached) = continuation(of: last),
        score(next) >= threshold - NameGrouping.leniency
      {
        last = reached
      }
      first = withInitials(before: first, after: taken)
      first = withParticles(before: first, after: taken)
      last = withInitials(behind: last)
      taken = last
      mentions.append(mention(first, last))
    }
    return mentions
  }

  private func mention(_ first: Int, _ last: Int) -> PersonMention {
    let words = look.words
    let surest = (first...last).compactMap { byToken[$0] }
      .max { candidates[$0].score < candidates[$1].score }
    let candidate = surest.map { candidates[$0] }
    let evidence = (candidate?.cases ?? []).map { number in
      let (kind, place) = EvidenceSpace.kind(of: number)
      return (kind: kind, place: place, weight: Int(weights.values[Int(number)]))
    }.sorted { abs($0.weight) > abs($1.weight) }
    return PersonMention(
      range: ByteRange(Int(words.tokens[first].start), Int(words.tokens[last].end)),
      score: candidate?.score ?? 0, evidence: evidence)
  }

  /// Whether two neighbouring words can be of one name.
  private func joins(_ a: Int, _ b: Int) -> Bool {
    let words = look.words
    let gap = words.tokens[b].gap
    let isInitial = words.tokens[a].shape == .letter || words.tokens[a].letters == 1
    return (gap.isWhite || gap == .hyphen || (isInitial && gap.isSpaceOrStop))
      && !words.tokens[a].isPossessive
  }

  /// The next word of a name, behind particles or initials perhaps.
  private func continuation(of last: Int) -> (next: Int, reached: Int)? {
    let words = look.words
    guard let next = words.after(last) else { return nil }
    if isListedPair(last, next) { return (next, next) }
    guard joins(last, next) else { return nil }
    let isLink =
      words.record(next).roles.contains(.particle) && words.tokens[next].shape == .small
      || words.tokens[next].shape == .letter
    if isLink, let beyond = words.after(next), joins(next, beyond),
      words.tokens[beyond].isCapitalised, words.tokens[beyond].shape != .letter
    {
      return (beyond, beyond)
    }
    return (next, next)
  }

  /// "Okafor, John" is one name.
  private func isListedPair(_ a: Int, _ b: Int) -> Bool {
    look.words.tokens[b].gap == [.comma, .space]
      && candidateHas(.listed, a) && candidateHas(.listed, b)
  }

  private func candidateHas(_ kind: PersonEvidence, _ token: Int) -> Bool {
    guard let place = byToken[token] else { return false }
    return candidates[place].cases.contains { EvidenceSpace.kind(of: $0).kind == kind }
  }

  /// "van der ", "Md. " before a name.
  private func withParticles(before first: Int, after taken: Int) -> Int {
    let words = look.words
    var place = first
    while let before = words.before(place), before > taken {
      let isParticle =
        words.tokens[before].shape == .small && words.tokens[place].gap.isWhite
        && words.record(before).roles.contains(.particle)
        && !(1...2).contains(words.record(before).word)
      let isShortened =
        words.tokens[before].isCapitalised && words.tokens[place].gap.isSpaceOrStop
        && FewWords.commonGiven.contains(look.key(before))
      guard isParticle || isShortened else { break }
      place = before
    }
    return place
  }

  /// "J. R. " and "KT " before a surname, "T N-"; not the letter of "Ms T. She".
  private func withInitials(before first: Int, after taken: Int) -> Int {
    let words = look.words
    var place = first
    var count = 0
    while count < 3, let before = words.before(place), before > taken,
      isInitials(before),
      !words.record(before).roles.contains(.function)
        || words.tokens[place].gap.contains(.stop),
      words.tokens[place].gap.isSpaceOrStop || words.tokens[place].gap == .stop
        || (words.tokens[place].gap == .hyphen && count == 0)
    {
      place = before
      count += 1
    }
    return place
  }

  private func isInitials(_ index: Int) -> Bool {
    switch look.words.tokens[index].shape {
    case .letter: true
    case .twoCapitals:
      look.words.record(index).roles.isEmpty && look.words.record(index).word == 0
    default: false
    }
  }

  /// "SANDHU G K", "Joan H.", "Oyelaran, B.": initials behind a name. Behind one that is not in
  /// capitals they must end something, since "Anna I think" goes on.
  private func withInitials(behind last: Int) -> Int {
    let words = look.words
    let isInCapitals = words.tokens[last].shape == .capitals
    var place = last
    var count = 0
    while count < 3, let after = words.after(place), words.tokens[after].shape == .letter,
      !words.tokens[place].isPossessive,
      words.tokens[after].gap.isSpaceOrStop
        || (words.tokens[after].gap == .stop && count > 0)
        || (words.tokens[after].gap == [.comma, .space] && count == 0)
    {
      place = after
      count += 1
    }
    guard count > 0, !isInCapitals else { return place }
    let isListed = words.tokens[last + 1].gap.contains(.comma)
    let gap = words.gapAfter(place)
    let ends = !gap.isDisjoint(with: [
      .stop, .line, .paragraph, .cell, .closesQuote, .closesBracket, .opensBracket,
    ])
    let opens = !words.tokens[last].gap.isDisjoint(with: [
      .line, .paragraph, .cell, .opensBracket, .opensQuote, .colon, .other, .terminator,
    ])
    return (isListed ? opens && ends : ends || gap.contains(.comma)) ? place : last
  }
}
