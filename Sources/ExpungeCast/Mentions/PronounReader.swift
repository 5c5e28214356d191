import ExpungeText

/// Tells of whom a pronoun can speak: those named before it in its sentence and the ones before.
struct PronounReader {
  let list: CastList
  let part: Int

  /// Who stands near a pronoun, by how near and of what gender.
  struct Reading {
    /// Before it in its own sentence, or behind it where their gender is told and fits.
    var own = Near()
    /// In the nearest sentence before that speaks of anybody.
    var before = Near()
    /// Whether somebody of its gender stands in the sentence before that one.
    var fitsFurtherBack = false
  }

  struct Near {
    /// Of the pronoun's gender.
    var fitting = 0
    /// Of no gender that is told.
    var unknown = 0
    /// Of the other gender, pseudonyms only.
    var contrary: [PeopleInText.Person] = []
  }

  /// Who a pronoun can be.
  ///
  /// - Parameters:
  ///   - index: of the pronoun among the part's people.
  ///   - sentence: that holds it.
  func reading(of index: Int, in sentence: Int) -> Reading {
    let people = list.people[part].persons
    let pronoun = people[index]
    var reading = Reading()
    let owned = ownedWord(of: pronoun)
    func consider(_ person: PeopleInText.Person, _ near: inout Near) {
      if case .word(let token) = person.kind, token == owned { return }
      if person.gender == pronoun.gender {
        near.fitting += 1
      } else if person.gender == .unknown {
        near.unknown += 1
      } else if case .mention = person.kind {
        near.contrary.append(person)
      }
    }
    for other in list.people[part].persons(of: sentence) {
      if other < index {
        consider(people[other], &reading.own)
      } else if other > index, people[other].gender == pronoun.gender {
        // "After she rang, Mrs X wrote."
        if case .pronoun = people[other].kind { continue }
        consider(people[other], &reading.own)
      }
    }
    var speaking = 0
    for back in 1...Self.reach where sentence - back >= 0 {
      let range = list.people[part].persons(of: sentence - back)
      guard !range.isEmpty else { continue }
      speaking += 1
      if speaking == 1 {
        for other in range { consider(people[other], &reading.before) }
      } else {
        reading.fitsFurtherBack = range.contains { people[$0].gender == pronoun.gender }
        break
      }
    }
    return reading
  }

  /// Sentences back that are looked at.
  private static let reach = 10

  /// The token of the relation that a possessive owns: "his wife" speaks of a man's wife.
  private func ownedWord(of pronoun: PeopleInText.Person) -> Int? {
    guard case .pronoun(let token) = pronoun.kind else { return nil }
    let all = list.tokens[part].tokens
    var next = token + 1
    while next < all.count, all[next].sentence == all[token].sentence,
      all[next].word - all[token].word <= 3
    {
      if all[next].isA(.relation) { return next }
      next += 1
    }
    return nil
  }

  /// Whether a pronoun is what something is done to: "him", "her" before no noun of hers.
  func isObject(_ token: Int) -> Bool {
    let it = list.tokens[part].tokens[token]
    let text = list.text(part)
    let word = text[it.range.start..<it.range.end]
    if word.elementsEqual("him".utf8) || word.elementsEqual("himself".utf8)
      || word.elementsEqual("herself".utf8)
    {
      return true
    }
    guard word.elementsEqual("her".utf8), it.range.end < text.count else { return false }
    let rest = text[it.range.end...]
    guard rest.first == Ascii.space else { return true }
    return Self.behindObjects.contains { rest.starts(with: $0.utf8) }
  }

  private static let behindObjects = [
    " to ", " that ", " and ", " for ", " in ", " with ", " as ", " on ", " a ", " an ", " the ",
    " at ", " by ", " from ", " of ", " she ", " he ", " they ", " out ", " up ", " back ",
  ]

  /// Lets pronouns that can mean one person only tell that person's gender.
  static func vote(_ list: inout CastList) {
    for part in list.parts.indices {
      let reader = PronounReader(list: list, part: part)
      let people = list.people[part]
      for sentence in list.tokens[part].sentences.indices {
        for index in people.persons(of: sentence) {
          let person = people.persons[index]
          guard case .pronoun = person.kind,
            let entry = reader.onlyAntecedent(of: index, in: sentence)
          else { continue }
          if person.gender == .woman {
            list.entries[entry].womanVotes += 1
          } else {
            list.entries[entry].manVotes += 1
          }
        }
      }
    }
    for entry in list.entries.indices where list.entries[entry].gender == .unknown {
      let (women, men) = (list.entries[entry].womanVotes, list.entries[entry].manVotes)
      if women >= 2, women >= 3 * men { list.entries[entry].gender = .woman }
      if men >= 2, men >= 3 * women { list.entries[entry].gender = .man }
    }
    for part in list.people.indices { list.people[part].tellGenders(list.entries) }
  }

  /// The one person named before a pronoun in its own sentence, nobody else being there; or in the
  /// sentence before, where its own names nobody.
  private func onlyAntecedent(of index: Int, in sentence: Int) -> Int? {
    let people = list.people[part].persons
    var entry: Int?
    for back in 0...1 {
      for other in list.people[part].persons(of: sentence - back) where other < index {
        if case .pronoun = people[other].kind { continue }
        guard let named = people[other].entry else { return nil }
        if let known = entry, known != named { return nil }
        entry = named
      }
      if entry != nil { return entry }
    }
    return nil
  }
}

extension PeopleInText {
  /// Takes over what pronouns told of people whose gender was not known.
  mutating func tellGenders(_ entries: [CastEntry]) {
    for index in persons.indices {
      guard let entry = persons[index].entry else { continue }
      persons[index].gender = entries[entry].gender
    }
    count()
  }
}
