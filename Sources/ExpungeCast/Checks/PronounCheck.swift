import ExpungeText

extension CastChecking {
  /// C05: a pronoun that can mean nobody but someone of the other gender.
  ///
  /// Source: decision 23 018 261 (a man's possessive for a woman who complains).
  mutating func checkPronouns() {
    for part in list.parts.indices where !list.people[part].persons.isEmpty {
      let reader = PronounReader(list: list, part: part)
      for sentence in list.tokens[part].sentences.indices {
        for index in list.people[part].persons(of: sentence) {
          check(index, in: sentence, with: reader)
        }
      }
    }
    checkIntroducedGenders()
  }

  private mutating func check(_ index: Int, in sentence: Int, with reader: PronounReader) {
    let person = list.people[reader.part].persons[index]
    guard case .pronoun(let token) = person.kind else { return }
    let reading = reader.reading(of: index, in: sentence)
    let isNear = !reading.own.contrary.isEmpty
    guard reading.own.fitting == 0, reading.own.unknown == 0, reading.before.fitting == 0,
      isNear || reading.before.unknown == 0
    else { return }
    // The person named last: drifted titles and swapped letters are told of elsewhere.
    let contrary = isNear ? reading.own.contrary : reading.before.contrary
    let named = contrary.last {
      if case .mention(let mention) = $0.kind { !explained.contains(mention) } else { false }
    }
    guard let named, case .mention(let mention) = named.kind, let entry = named.entry else {
      return
    }
    let range = list.token(token, of: reader.part).range
    if reader.isObject(token) {
      // "Mrs X told him" cannot mean Mrs X.
      guard reading.before.unknown == 0, !reading.fitsFurtherBack,
        !isNear || person.word - named.word > 4
      else { return }
    }
    let reasons = reasons(for: person, against: entry, isNear: isNear, reading)
    guard reasons.reduce(0, { $0 + $1.weight }) >= Self.leastConfidence else { return }
    add(
      CastBreach(
        check: .pronoun, place: place(reader.part, range),
        related: related(.contrast, [mention]), reasons: reasons,
        suggestion: "Write the pronoun that fits \(name(entry)), or name the person who is meant.",
        entry: entry))
  }

  private static let leastConfidence = 35

  private func reasons(
    for pronoun: PeopleInText.Person, against entry: Int, isNear: Bool,
    _ reading: PronounReader.Reading
  ) -> [CastBreach.Reason] {
    var reasons = [
      CastBreach.Reason(
        words: "Nobody else whom it could mean is named near it, and \(name(entry)) is a "
          + "\(list.entries[entry].gender.name).", weight: 55)
    ]
    if isNear {
      reasons.append(CastBreach.Reason(words: "Both stand in one sentence.", weight: 10))
      if reading.before.unknown > 0 {
        reasons.append(
          CastBreach.Reason(words: "The sentence before speaks of somebody else.", weight: -15))
      }
    }
    if reading.fitsFurtherBack {
      reasons.append(
        CastBreach.Reason(
          words: "Somebody whom it could mean is spoken of a little further up.", weight: -15))
    }
    if signs(of: pronoun.gender) == 1 {
      reasons.append(
        CastBreach.Reason(
          words: "Nothing else in the document speaks of a \(pronoun.gender.name).", weight: 15))
    }
    return reasons
  }

  /// How many words and titles of the document speak of a gender.
  private func signs(of gender: Gender) -> Int {
    list.people.reduce(0) { $0 + $1.count(of: gender) }
  }

  /// "her daughter, Mr D"
  private mutating func checkIntroducedGenders() {
    for entry in list.entries.indices {
      let it = list.entries[entry]
      guard it.key.title != nil, it.gender != .unknown else { continue }
      for introduction in it.introductions
      where introduction.gender == it.gender.opposite && introduction.relatedTo != entry
        && !explained.contains(introduction.mention)
      {
        add(
          CastBreach(
            check: .pronoun, place: place(of: introduction.mention),
            related: [],
            reasons: [
              CastBreach.Reason(
                words: "The word that introduces \(name(entry)) speaks of a "
                  + "\(introduction.gender.name), the title of a \(it.gender.name).", weight: 75)
            ], suggestion: "Make title and relation agree.", entry: entry))
      }
    }
  }
}
