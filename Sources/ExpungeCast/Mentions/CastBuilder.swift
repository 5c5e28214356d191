import ExpungeText

/// Makes entries of what stands in the parts: first what is a pseudonym by its form, then the letters
/// alone that an introduction made people of.
struct CastBuilder {
  let parts: [CastPart]
  let tokens: [CastTokens]
  private(set) var entries: [CastEntry] = []
  private(set) var mentions: [Mention] = []
  private var numbers: [CastKey: Int] = [:]

  init(parts: [CastPart], tokens: [CastTokens]) {
    self.parts = parts
    self.tokens = tokens
  }

  mutating func read(_ words: CastWords) {
    let found = parts.indices.map { MentionReader.found(in: parts[$0], tokens[$0], words) }
    let letters = registeredLetters(found)
    for part in parts.indices {
      for item in found[part] where !item.isBareLetter || letters.contains(item.key.letter) {
        add(item, of: part)
      }
    }
    introduce()
  }

  private mutating func add(_ item: MentionReader.Found, of part: Int) {
    let entry: Int
    if let known = numbers[item.key] {
      entry = known
    } else {
      entry = entries.count
      numbers[item.key] = entry
      entries.append(CastEntry(key: item.key))
    }
    if item.gender != .unknown, entries[entry].gender == .unknown {
      entries[entry].gender = item.gender
    }
    let all = tokens[part].tokens
    entries[entry].mentions.append(mentions.count)
    mentions.append(
      Mention(
        entry: entry, part: part, range: item.range, isCouple: item.isCouple,
        isPossessive: all[item.lastToken].isPossessive, firstToken: item.firstToken,
        lastToken: item.lastToken, sentence: all[item.firstToken].sentence,
        firstWord: all[item.firstToken].word, lastWord: all[item.lastToken].word))
  }

  // MARK: Letters alone

  /// Letters that are people here: introduced as such, called "child P", or used as only a person can
  /// be twice or more.
  private func registeredLetters(_ found: [[MentionReader.Found]]) -> Set<String> {
    var letters: Set<String> = []
    var uses: [String: Int] = [:]
    for part in parts.indices {
      let reader = IntroductionReader(text: parts[part].text, tokens: tokens[part])
      var previous: MentionReader.Found?
      for item in found[part] {
        defer { previous = item }
        guard case .bare = item.key.form else { continue }
        if item.isChild {
          letters.insert(item.key.letter)
          continue
        }
        if reader.introduces(letter: item.firstToken) {
          letters.insert(item.key.letter)
        } else if let before = previous, before.key.form == .bare,
          letters.contains(before.key.letter),
          reader.isListed(item.firstToken, after: before.lastToken)
        {
          letters.insert(item.key.letter)
        } else if reader.isUsedAsPerson(item.firstToken) {
          uses[item.key.letter, default: 0] += 1
        }
      }
    }
    for (letter, count) in uses where count >= 2 && letter != "A" { letters.insert(letter) }
    return letters
  }

  // MARK: Introductions

  private mutating func introduce() {
    for number in mentions.indices {
      let mention = mentions[number]
      let reader = IntroductionReader(
        text: parts[mention.part].text, tokens: tokens[mention.part])
      let isFirst = entries[mention.entry].mentions.first == number
      guard
        var introduction = reader.introduction(
          of: mention, number: number, isFirst: isFirst, form: entries[mention.entry].key.form)
          ?? (isFirst ? listed(number) : nil)
      else { continue }
      if introduction.relation != nil {
        introduction.relatedTo = relative(of: number, introduction, reader)
      }
      if introduction.manner == .complainant { entries[mention.entry].isComplainant = true }
      if introduction.gender != .unknown, entries[mention.entry].gender == .unknown {
        entries[mention.entry].gender = introduction.gender
      }
      entries[mention.entry].introductions.append(introduction)
    }
    introduceFirst()
    introduceCouples()
  }

  /// "the parents, Ms S and Mr T": what introduces the first of a list introduces all.
  private func listed(_ number: Int) -> Introduction? {
    guard number > 0, mentions[number - 1].part == mentions[number].part,
      mentions[number - 1].range.end <= mentions[number].range.start,
      let before = entries[mentions[number - 1].entry].introductions.last,
      before.mention == number - 1, before.manner != .complainant, before.manner != .role
    else { return nil }
    let start = mentions[number - 1].range.end
    let gap = parts[mentions[number].part].text[start..<mentions[number].range.start]
    guard gap.count <= 6,
      [" and ", ", ", ", and ", " & "].contains(where: { gap.elementsEqual($0.utf8) })
    else { return nil }
    return Introduction(
      manner: before.manner, part: mentions[number].part, range: mentions[number].range,
      mention: number)
  }

  /// The first person of the document needs no introduction.
  private mutating func introduceFirst() {
    guard
      let first = mentions.indices.first(where: {
        if case .titled = entries[mentions[$0].entry].key.form { true } else { false }
      })
    else { return }
    let mention = mentions[first]
    entries[mention.entry].isComplainant = true
    for number in mentions.indices
    where mentions[number].sentence == mention.sentence && mentions[number].part == mention.part
      && mentions[number].isCouple == mention.isCouple && mentions[number].range == mention.range
      && entries[mentions[number].entry].introductions.isEmpty
    {
      entries[mentions[number].entry].isComplainant = true
      entries[mentions[number].entry].introductions.append(
        Introduction(
          manner: .complainant, part: mention.part, range: mention.range, mention: number))
    }
  }

  /// "Mr and Mrs V"; "her husband" beside Mrs T makes Mr T known.
  private mutating func introduceCouples() {
    for number in mentions.indices where mentions[number].isCouple {
      let mention = mentions[number]
      guard entries[mention.entry].introductions.isEmpty else { continue }
      entries[mention.entry].introductions.append(
        Introduction(
          manner: .couple, part: mention.part, range: mention.range, relation: .spouse,
          mention: number))
    }
    var spouses: Set<Gender> = []
    for part in tokens {
      for token in part.tokens where token.isA(.relation) && token.facts.relation == .spouse {
        spouses.insert(token.facts.gender)
      }
    }
    guard !spouses.isEmpty else { return }
    let sharing = Dictionary(
      grouping: entries.indices.filter { entries[$0].key.title != nil },
      by: { entries[$0].key.letter })
    for entry in entries.indices {
      guard case .titled = entries[entry].key.form, entries[entry].introductions.isEmpty,
        let first = entries[entry].mentions.first,
        spouses.contains(where: { $0.agrees(with: entries[entry].gender) }),
        let partner = sharing[entries[entry].key.letter]?.first(where: { other in
          other != entry && !entries[other].introductions.isEmpty
            && entries[other].gender != entries[entry].gender
        })
      else { continue }
      entries[entry].introductions.append(
        Introduction(
          manner: .couple, part: mentions[first].part, range: mentions[first].range,
          relation: .spouse, relatedTo: partner, mention: first))
    }
  }

  /// Whose son, wife or mother the words speak of: the person with a possessive before the word, or
  /// whom "her" means.
  private func relative(
    of number: Int, _ introduction: Introduction, _ reader: IntroductionReader
  ) -> Int? {
    let mention = mentions[number]
    guard let possessor = reader.possessor(of: introduction) else { return nil }
    switch possessor {
    case .token(let token):
      return (max(0, number - 8)..<min(mentions.count, number + 8)).first {
        mentions[$0].part == mention.part && mentions[$0].lastToken == token
      }.map { mentions[$0].entry }
    case .pronoun(let gender, let place):
      for earlier in stride(from: number - 1, through: max(0, number - 12), by: -1) {
        let other = mentions[earlier]
        guard other.part == mention.part, mention.sentence - other.sentence <= 4 else { return nil }
        let entry = entries[other.entry]
        if other.range.end <= place, entry.key.isPerson, entry.gender.agrees(with: gender) {
          return other.entry
        }
      }
      return nil
    }
  }
}
