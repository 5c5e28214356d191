import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Takes a leak out with the space, comma, bracket or preposition that served it alone; where the
/// sentence needs a word there, one that says nothing: "the person", "an address".
struct RemovingStyle: ReplacementStyle {
  func replacement(for leak: LeakInText) -> Replacement? {
    guard leak.isProse else { return nil }
    let cut = Cut(leak)
    return cut.bracketed ?? cut.apposition
      ?? (leak.label == .person ? cut.person : cut.fact)
  }
}

/// One leak with what stands around it.
private struct Cut {
  let leak: LeakInText
  let text: [UInt8]
  /// With the form of address before a name.
  let start: Int
  let end: Int
  private let place: FormOfAddress.Place?

  init(_ leak: LeakInText) {
    self.leak = leak
    text = leak.text
    end = leak.range.end
    place = leak.label == .person ? FormOfAddress.before(leak.range.start, in: leak.text) : nil
    start = place?.start ?? leak.range.start
  }

  /// Words in place of all, and nothing else from `from` to `to`.
  private func replaced(
    _ words: String, from: Int? = nil, to: Int? = nil, and more: [Mend] = []
  ) -> Replacement {
    var mends = more
    let from = from ?? start
    let to = to ?? end
    if from < leak.range.start {
      mends.append(Mend(range: ByteRange(from, leak.range.start), words: ""))
    }
    if to > end { mends.append(Mend(range: ByteRange(end, to), words: "")) }
    return Replacement(words: words, mends: mends)
  }

  private func isFollowed(by words: String) -> Bool { leak.isFollowed(by: words) }

  private var startAfterSpace: Int {
    start > 0 && text[start - 1] == Ascii.space ? start - 1 : start
  }

  /// "her son (Liam) said"
  var bracketed: Replacement? {
    guard start > 0, text[start - 1] == 0x28, end < text.count, text[end] == 0x29 else {
      return nil
    }
    let open = start - 1
    return replaced(
      "", from: open > 0 && text[open - 1] == Ascii.space ? open - 1 : open, to: end + 1)
  }

  /// "her son, Liam, said", "her son, Liam."
  var apposition: Replacement? {
    guard leak.stands(", ", before: start), end < text.count,
      !Grammar.isPossessive(after: end, in: text)
    else { return nil }
    if text[end] == 0x2C { return replaced("", from: start - 2, to: end + 1) }
    if text[end] == Ascii.fullStop || text[end] == 0x3B || text[end] == Ascii.lineFeed {
      return replaced("", from: start - 2)
    }
    return nil
  }

  // MARK: People

  var person: Replacement {
    let before = Grammar.word(before: start, in: text)
    let possessive = Grammar.possessive(after: end, in: text)
    if place?.isCouple == true {
      return replaced(neutral("the couple"), and: possessive)
    }
    if place == nil,
      NameSurroundings.followsRelation(leak.range, in: text)
        || before.map({ Self.posts.contains($0.word) }) == true
    {
      return replaced("", from: startAfterSpace, and: possessive)
    }
    if let before, before.word == "the" || before.word == "both" {
      return replaced("family", and: possessive)
    }
    if let before, before.word == "a" || before.word == "an" {
      // "an Okafor relative", "a Mrs Okafor"
      if place == nil, let next = Grammar.word(after: end, in: text),
        next.word.first?.isLowercase == true
      {
        return replaced(
          "", to: end + 1,
          and: Grammar.article(before: start, in: text, next: next.word))
      }
      return replaced(
        "person", and: possessive + Grammar.article(before: start, in: text, next: "person"))
    }
    return replaced(neutral("the person"), and: possessive)
  }

  private static let posts: Set<String> = [
    "worker", "officer", "manager", "teacher", "nurse", "doctor", "solicitor", "carer", "neighbour",
    "landlord", "tenant", "adviser", "caseworker", "investigator", "headteacher", "surveyor",
    "advocate", "therapist", "psychologist", "complainant", "resident", "friend",
  ]

  private func neutral(_ words: String) -> String {
    Grammar.opensSentence(start, in: text)
      ? words.prefix(1).uppercased() + words.dropFirst() : words
  }

  // MARK: Facts

  var fact: Replacement {
    if leak.label == .age { return age }
    let before = Grammar.word(before: start, in: text)
    if let before,
      Self.prepositions.contains(before.word) || before.word == "between" && leak.hasSpan
    {
      // "on 3 May and 4 June"
      let isJoined = isFollowed(by: " and ") || isFollowed(by: " or ") || isFollowed(by: " to ")
      return isJoined ? replaced(nounPhrase) : withoutPreposition(before.range)
    }
    if leak.label == .postcode || before.map({ Self.numbersFollow.contains($0.word) }) == true {
      let from = leak.stands(", ", before: start) ? start - 2 : startAfterSpace
      return replaced("", from: from)
    }
    if let before, before.word == "is" || before.word == "was" || before.word == "as" {
      return replaced("withheld")
    }
    if leak.stands(": ", before: start) { return replaced("withheld") }
    if let before, ["the", "a", "an", "her", "his", "their", "this"].contains(before.word) {
      let words = noun
      return replaced(words, and: Grammar.article(before: start, in: text, next: words))
    }
    return replaced(neutral(nounPhrase))
  }

  private static let prepositions: Set<String> = [
    "on", "at", "of", "in", "from", "to", "via", "near", "by", "dated", "under",
  ]
  /// Words that say already what the number is.
  private static let numbersFollow: Set<String> = [
    "number", "no", "telephone", "phone", "mobile", "reference", "ref", "email", "account", "iban",
    "passport", "licence", "registration", "card", "postcode",
  ]

  private func withoutPreposition(_ preposition: ByteRange) -> Replacement {
    guard Grammar.opensSentence(preposition.start, in: text) else {
      let isSpaced = preposition.start > 0 && text[preposition.start - 1] == Ascii.space
      return replaced("", from: isSpaced ? preposition.start - 1 : preposition.start)
    }
    // "On 3 May 2021, the Council …" becomes "The Council …".
    var to = end
    if to < text.count, text[to] == 0x2C { to += 1 }
    if to < text.count, text[to] == Ascii.space { to += 1 }
    var more: [Mend] = []
    if to < text.count, Ascii.isLower(text[to]) {
      more = [
        Mend(
          range: ByteRange(to, to + 1),
          words: String(decoding: [text[to] & 0xDF], as: UTF8.self))
      ]
    }
    return replaced("", from: preposition.start, to: to, and: more)
  }

  private var nounPhrase: String {
    let noun = noun
    return (noun.first.map("aeio".contains) == true ? "an " : "a ") + noun
  }

  private var noun: String {
    switch leak.label {
    case .address, .email, .online, .ipAddress: "address"
    case .date, .birthDate: "date"
    case .organisation: "organisation"
    case .place, .locationCode: "place"
    case .quantity: "sum"
    case .role: "post"
    case .demographic: "group"
    default: "number"
    }
  }

  private var age: Replacement {
    let value = String(decoding: leak.value, as: UTF8.self).lowercased()
    let isAttribute = value.contains("year") && value.hasSuffix("old") && !value.contains("years")
    if isAttribute, let next = Grammar.word(after: end, in: text),
      next.word.first?.isLowercase == true
    {
      return replaced(
        "", to: end + 1, and: Grammar.article(before: start, in: text, next: next.word))
    }
    let isChild = AgeInWords(leak.value).map { $0.years < 18 } ?? false
    let rest = [" years old", " years of age", " years"].first(where: leak.isFollowed) ?? ""
    let hasArticle = Grammar.word(before: start, in: text).map { $0.word == "a" || $0.word == "an" }
    let words = isChild ? "child" : "adult"
    return replaced(
      hasArticle == true ? words : isChild ? "a child" : "an adult", to: end + rest.utf8.count,
      and: hasArticle == true ? Grammar.article(before: start, in: text, next: words) : [])
  }
}
