import ExpungeText

extension CastChecking {
  /// C06: a pronoun or word that gives away a gender which the statement keeps to itself.
  ///
  /// A statement is neutral where nobody has a title that tells, "they" is said of people, and
  /// pronouns that tell are the exception. Source: statement of reasons manual, appendix five.
  mutating func checkNeutrality() {
    guard style.neutrality != .never, isNeutral else { return }
    for part in list.parts.indices {
      for sentence in list.tokens[part].sentences.indices {
        for index in list.people[part].persons(of: sentence) {
          check(index, of: part, in: sentence)
        }
      }
    }
  }

  var isNeutral: Bool {
    let titled = list.entries.contains { $0.key.title != nil && $0.gender != .unknown }
    guard !titled, list.entries.contains(where: { $0.key.isPerson }) else { return false }
    if style.neutrality == .always { return true }
    var telling = 0
    var neutral = 0
    for part in list.tokens {
      for token in part.tokens where token.isA(.pronoun) {
        if token.facts.gender == .unknown { neutral += 1 } else { telling += 1 }
      }
    }
    return neutral >= 3 && telling > 0 && telling * 4 <= neutral
  }

  private mutating func check(_ index: Int, of part: Int, in sentence: Int) {
    let people = list.people[part]
    let person = people.persons[index]
    guard case .pronoun(let token) = person.kind else { return }
    // Nobody but people under a letter before it, here or in the sentence before.
    var named: Int?
    for back in 0...1 {
      for other in people.persons(of: sentence - back) where other < index {
        switch people.persons[other].kind {
        case .mention(let mention): named = mention
        case .word(let word):
          guard list.token(word, of: part).isA([.relation, .party]) else { return }
        case .pronoun: continue
        case .found: return
        }
      }
      if named != nil { break }
    }
    guard let named else { return }
    add(
      CastBreach(
        check: .genderGivenAway, place: place(part, list.token(token, of: part).range),
        related: related(.contrast, [named]),
        reasons: [
          CastBreach.Reason(
            words: "The statement speaks of people without their gender, and this word tells it.",
            weight: 60)
        ], suggestion: "Write \u{201C}they\u{201D} or \u{201C}their\u{201D}, or the letter.",
        entry: list.mentions[named].entry))
  }
}
