import ExpungeText

/// Tells from the words around a pseudonym whether they say who it is.
struct IntroductionReader {
  let text: [UInt8]
  let tokens: CastTokens

  /// Whose relation a word tells.
  enum Possessor {
    /// Index of the token of a pseudonym's letter: "Mrs X's mother".
    case token(Int)
    /// "her mother", and where the pronoun begins.
    case pronoun(Gender, Int)
  }

  private var all: [CastToken] { tokens.tokens }

  // MARK: Letters alone

  /// Whether the words around a letter make it a person: "her son, Y", "R, as I shall refer to".
  func introduces(letter index: Int) -> Bool {
    let token = all[index]
    if text[token.range.start] == 0x41, !endsPhrase(token) { return false }
    if let before = before(index) {
      if before.isA([.relation, .child]), isApposed(before, token) { return true }
      if before.isA([.person, .role]), isApposed(before, token), hasComma(before, token) {
        return true
      }
      if before.isA(.several), isApposed(before, token), isPlural(before) { return true }
      if isNaming(index) { return true }
    }
    return follows(token, ", as I ") || follows(token, ", whom I ") || follows(token, ", who I ")
      || afterRelation(index) != nil
  }

  /// Whether a letter goes on a list of letters: "C, D and E".
  func isListed(_ index: Int, after before: Int) -> Bool {
    guard all[before].range.end <= all[index].range.start,
      all[index].range.start - all[before].range.end <= 6
    else { return false }
    let gap = String(
      decoding: text[all[before].range.end..<all[index].range.start], as: UTF8.self)
    return gap == ", " || gap == " and " || gap == ", and " || gap == " & "
  }

  /// "P managed", "P's school".
  func isUsedAsPerson(_ index: Int) -> Bool {
    let token = all[index]
    if token.isPossessive { return true }
    guard let next = after(index) else { return false }
    return next.isA(.verb) && next.word == token.word + 1
      && next.range.start == token.range.end + 1
  }

  // MARK: Introductions

  func introduction(
    of mention: Mention, number: Int, isFirst: Bool, form: CastKey.Form
  ) -> Introduction? {
    func made(
      _ manner: Introduction.Manner, from start: Int? = nil, to end: Int? = nil,
      by word: CastToken? = nil, at index: Int? = nil
    ) -> Introduction {
      var made = Introduction(
        manner: manner, part: mention.part,
        range: ByteRange(start ?? mention.range.start, max(end ?? 0, mention.range.end)),
        mention: number)
      if let word {
        made.gender = word.facts.gender
        if manner == .relation { made.relation = word.facts.relation }
        made.isOtherRole =
          word.isA(.role) && !word.isA([.party, .relation, .child]) && manner == .apposition
        if manner == .relation { made.relationToken = index }
        made.wordToken = index
      }
      return made
    }
    let (first, last) = (mention.firstToken, mention.lastToken)
    if !mention.isCouple, let before = before(first), isApposed(before, all[first]) {
      if before.isA(.relation) {
        return made(.relation, from: before.range.start, by: before, at: first - 1)
      }
      if before.isA([.child, .person, .role]) || before.isA(.several) && isPlural(before) {
        return made(.apposition, from: before.range.start, by: before, at: first - 1)
      }
    }
    if isNaming(first) { return made(.named) }
    if !mention.isPossessive {
      if let index = afterRelation(last) {
        return made(.relation, to: all[index].range.end, by: all[index], at: index)
      }
      if isFirst, let index = afterRole(last) {
        return made(.apposition, to: all[index].range.end, by: all[index], at: index)
      }
      if isFirst, isExplained(mention) { return made(.apposition) }
    }
    switch form {
    case .role, .institution: return isFirst ? made(.role) : nil
    case .titled, .bare: break
    }
    if isFirst, complains(mention) { return made(.complainant) }
    // "Dr Z", "Councillor Y": the title is the post.
    if isFirst, case .titled = form, all[first].isA(.role) { return made(.role) }
    return nil
  }

  /// Whether the words around a mention are those of the person who complains.
  func complains(_ mention: Mention) -> Bool {
    let last = mention.lastToken
    var index = last + 1
    var reach = 3
    while index < all.count, all[index].sentence == mention.sentence,
      all[index].word - mention.lastWord <= reach
    {
      if all[index].isA(.complaint) { return true }
      if mention.isPossessive, all[index].word == mention.lastWord + 1, isComplaint(all[index]) {
        return true
      }
      // "Mr B and Ms C complain"
      if all[index].isA(.letter) { reach = all[index].word - mention.lastWord + 2 }
      index += 1
    }
    return false
  }

  private func isComplaint(_ token: CastToken) -> Bool {
    text[token.range.start..<token.range.end].elementsEqual("complaint".utf8)
  }

  // MARK: Whose relation

  func possessor(of introduction: Introduction) -> Possessor? {
    guard let noun = introduction.relationToken else { return nil }
    var index = noun - 1
    while index >= 0, all[index].sentence == all[noun].sentence,
      all[noun].word - all[index].word <= 4
    {
      let token = all[index]
      if token.isA(.letter), token.isPossessive { return .token(index) }
      if token.isA(.pronoun), isPossessivePronoun(token) {
        return .pronoun(token.facts.gender, token.range.start)
      }
      if token.isA([.relation, .letter]) { return nil }
      index -= 1
    }
    return nil
  }

  private func isPossessivePronoun(_ token: CastToken) -> Bool {
    let word = text[token.range.start..<token.range.end]
    return ["his", "her", "their", "His", "Her", "Their"].contains { word.elementsEqual($0.utf8) }
  }

  // MARK: Around a mention

  private func before(_ index: Int) -> CastToken? {
    guard index > 0, all[index - 1].sentence == all[index].sentence else { return nil }
    return all[index - 1]
  }

  private func after(_ index: Int) -> CastToken? {
    guard index + 1 < all.count, all[index + 1].sentence == all[index].sentence else { return nil }
    return all[index + 1]
  }

  /// Whether nothing but a comma, a bracket or a quotation mark stands between.
  private func isApposed(_ word: CastToken, _ key: CastToken) -> Bool {
    guard !word.isPossessive else { return false }
    let gap = text[word.range.end..<key.range.start]
    return gap.count <= 4 && !gap.isEmpty
      && gap.allSatisfy {
        $0 == Ascii.space || $0 == 0x2C || $0 == 0x28 || $0 == 0x3A || $0 == 0x22
          || $0 == Ascii.apostrophe || $0 == Ascii.hyphen || $0 == Ascii.lineFeed
      }
  }

  private func hasComma(_ word: CastToken, _ key: CastToken) -> Bool {
    text[word.range.end..<key.range.start].contains { $0 == 0x2C || $0 == 0x28 }
  }

  private func isPlural(_ token: CastToken) -> Bool {
    text[token.range.end - 1] == 0x73 || text[token.range.end - 1] == 0x6E
  }

  /// "whom I shall call Mr B", "referred to as Mr B".
  private func isNaming(_ index: Int) -> Bool {
    guard let before = before(index), before.isA(.introducer), before.word == all[index].word - 1
    else { return false }
    let word = String(
      decoding: text[before.range.start..<before.range.end], as: UTF8.self
    ).lowercased()
    if word == "as" {
      guard index >= 2, all[index - 2].sentence == before.sentence else { return false }
      return all[index - 2].isA(.introducer) && before.word - all[index - 2].word <= 5
    }
    guard word.hasPrefix("call") else { return false }
    // "I shall call", "I have called"; but "the officer called Mr L in".
    let start = max(0, before.range.start - 8)
    let lead = String(decoding: text[start..<before.range.start], as: UTF8.self).lowercased()
    return ["shall ", "will ", "have ", " be ", " i ", "'ll ", " to "].contains(
      where: lead.hasSuffix)
  }

  /// Index of the relation that follows: "Mr B, her husband", "Mrs Y is Mrs X's mother".
  private func afterRelation(_ index: Int) -> Int? {
    let end = all[index].range.end
    guard opens(at: end, Self.possessives) || copulas.contains(where: { opens(at: end, [$0]) })
    else { return nil }
    var next = index + 1
    var isOwned = false
    while next < all.count, all[next].sentence == all[index].sentence,
      all[next].word - all[index].word <= 7
    {
      let token = all[next]
      if token.isA(.pronoun), isPossessivePronoun(token) { isOwned = true }
      if token.isA(.letter) {
        guard token.isPossessive else { return nil }
        isOwned = true
      }
      if token.isA(.relation) { return isOwned && !token.isPossessive ? next : nil }
      next += 1
    }
    return nil
  }

  /// Index of the post or part that follows: "Mr F, a solicitor", "Mr V was a surveyor".
  private func afterRole(_ index: Int) -> Int? {
    let end = all[index].range.end
    guard opens(at: end, Self.articles) || opens(at: end, Self.copulaArticles),
      let next = after(index), next.isA([.role, .person, .child]),
      next.word - all[index].word <= 6
    else { return nil }
    return index + 1
  }

  private static let possessives = [", his ", ", her ", ", their ", ", Mr", ", Ms", ", Miss"]
  private static let articles = [", a ", ", an ", ", the ", ", another ", ", one "]
  private static let copulaArticles = [
    " is a ", " was a ", " is an ", " was an ", " is the ", " was the ",
  ]
  private let copulas = [
    " is her ", " is his ", " was her ", " was his ", " is their ", " is Mr", " is Ms", " is Miss",
    " was Mr", " was Ms", " was Miss", " is the ", " was the ",
  ]

  init(text: [UInt8], tokens: CastTokens) {
    self.text = text
    self.tokens = tokens
  }

  private func opens(at end: Int, _ openings: [String]) -> Bool {
    openings.contains { end + $0.utf8.count <= text.count && text[end...].starts(with: $0.utf8) }
  }

  private static let clauses = [
    ", who ", ", whose ", ", whom ", ", as I ", " (as I ", " (as I'", ", as I'", " (whom ",
    ", aged ",
    ", then ", ", now ",
  ]

  private func ends(_ words: String, at start: Int) -> Bool {
    start >= words.utf8.count && text[(start - words.utf8.count)..<start].elementsEqual(words.utf8)
  }

  private func follows(_ token: CastToken, _ words: String) -> Bool {
    opens(at: token.range.end, [words])
  }

  private func endsPhrase(_ token: CastToken) -> Bool {
    guard token.range.end < text.count else { return true }
    return [0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x27, 0x22].contains(text[token.range.end])
  }

  /// "(Ms B)", "a paediatrician, Dr Z,", "Mr H, who runs a kiosk".
  private func isExplained(_ mention: Mention) -> Bool {
    let (start, end) = (mention.range.start, mention.range.end)
    let behind = end < text.count ? text[end] : Ascii.fullStop
    if start > 0, text[start - 1] == 0x28, behind == 0x29 { return true }
    if opens(at: end, Self.clauses) { return true }
    // "a query from a Mr V"
    if ends(" a ", at: start) || ends(" one ", at: start) { return true }
    if opens(at: end, Self.articles) { return true }
    guard start >= 3, text[start - 1] == Ascii.space, text[start - 2] == 0x2C,
      Ascii.isLower(text[start - 3]) || text[start - 3] == 0x29
    else { return false }
    return behind == 0x2C || behind == Ascii.fullStop || behind == 0x3B || behind == 0x29
      || opens(at: end, [" who ", " and "])
  }
}

extension IntroductionReader {
  /// Whether a mention stands where a decision speaks of the person who complains: "Mrs X says",
  /// "Mrs X told me", "I spoke to Mrs X", "apologise to Mrs X".
  func speaks(_ mention: Mention) -> Bool {
    let tokens = tokens.tokens
    let last = mention.lastToken
    if !mention.isPossessive, last + 1 < tokens.count,
      tokens[last + 1].sentence == mention.sentence,
      tokens[last + 1].word - mention.lastWord <= 2
    {
      if tokens[last + 1].isA(.statement) { return true }
      if tokens[last + 1].isA(.told) {
        let end = tokens[last + 1].range.end
        return [
          " me", " us", " the Ombudsman", " to us", " on a draft", " on my draft", " on the draft",
        ]
        .contains { end + $0.utf8.count <= text.count && text[end...].starts(with: $0.utf8) }
      }
    }
    var index = mention.firstToken - 1
    while index >= 0, tokens[index].sentence == mention.sentence,
      mention.firstWord - tokens[index].word <= 2
    {
      if tokens[index].isA(.addressed) { return true }
      if tokens[index].isA([.letter, .relation]) { return false }
      index -= 1
    }
    return false
  }
}
