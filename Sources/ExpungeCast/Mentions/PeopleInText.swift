import ExpungeText

/// Everybody of whom a part's sentences speak: pseudonyms, words for people, pronouns.
struct PeopleInText: Sendable {
  struct Person: Sendable {
    enum Kind: Sendable, Equatable {
      /// Index into the cast list's mentions.
      case mention(Int)
      /// "her husband", "an officer": index of the token.
      case word(Int)
      case pronoun(Int)
      /// A name that was found.
      case found
    }

    var kind: Kind
    var gender: Gender
    /// Bytes of the reading.
    var start: Int
    var word: Int
    /// Index into the cast list's people.
    var entry: Int?
  }

  /// Ascending by place.
  var persons: [Person] = []
  /// For each sentence the index of its first person.
  private var firstOfSentence: [Int] = []

  init(
    part: Int, text: CastPart, tokens: CastTokens, mentions: [Mention], _ entries: [CastEntry]
  ) {
    var mentionAt: [Int: Int] = [:]
    for (number, mention) in mentions.enumerated() where mention.part == part {
      if mentionAt[mention.firstToken] == nil { mentionAt[mention.firstToken] = number }
    }
    // The words that say who a pseudonym is speak of nobody else.
    var introducing: Set<Int> = []
    for introduction in entries.lazy.flatMap(\.introductions) where introduction.part == part {
      if let word = introduction.wordToken { introducing.insert(word) }
    }
    var found = text.found.filter { $0.kind == .person }[...]
    var index = 0
    for sentence in tokens.sentences.indices {
      firstOfSentence.append(persons.count)
      let range = tokens.tokens(of: sentence)
      index = max(index, range.lowerBound)
      while index < range.upperBound {
        let token = tokens.tokens[index]
        while let name = found.first, name.range.start < token.range.start {
          persons.append(
            Person(kind: .found, gender: .unknown, start: name.range.start, word: token.word))
          found.removeFirst()
        }
        if let number = mentionAt[index] {
          let mention = mentions[number]
          let entry = entries[mention.entry]
          if entry.key.isPerson {
            persons.append(
              Person(
                kind: .mention(number), gender: entry.gender, start: mention.range.start,
                word: mention.firstWord, entry: mention.entry))
          }
          index = max(index, mention.lastToken) + 1
          // The other one of a couple.
          if mention.isCouple, let other = mentionAt[mention.firstToken + 1],
            entries[mentions[other].entry].key.isPerson
          {
            persons.append(
              Person(
                kind: .mention(other), gender: entries[mentions[other].entry].gender,
                start: mention.range.start + 1, word: mention.firstWord,
                entry: mentions[other].entry))
          }
          continue
        }
        if !introducing.contains(index), let person = Self.person(token, index) {
          persons.append(person)
        }
        index += 1
      }
    }
  }

  private static func person(_ token: CastToken, _ index: Int) -> Person? {
    if token.isA(.pronoun) {
      guard token.facts.gender != .unknown else { return nil }
      return Person(
        kind: .pronoun(index), gender: token.facts.gender, start: token.range.start,
        word: token.word)
    }
    guard token.isA([.relation, .person, .role]) else { return nil }
    return Person(
      kind: .word(index), gender: token.facts.gender, start: token.range.start, word: token.word)
  }

  /// How many of them are told to be of a gender.
  func count(of gender: Gender) -> Int { gender == .woman ? women : men }

  private(set) var women = 0
  private(set) var men = 0

  /// Counts whom words and titles speak of, once their genders are settled.
  mutating func count() {
    women = persons.count { $0.gender == .woman }
    men = persons.count { $0.gender == .man }
  }

  /// Indices of a sentence's people.
  func persons(of sentence: Int) -> Range<Int> {
    guard sentence >= 0, sentence < firstOfSentence.count else { return 0..<0 }
    let end =
      sentence + 1 < firstOfSentence.count ? firstOfSentence[sentence + 1] : persons.count
    return firstOfSentence[sentence]..<end
  }
}
