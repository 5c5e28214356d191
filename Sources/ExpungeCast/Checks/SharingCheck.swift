import ExpungeText

extension CastChecking {
  /// C03: two people under one pseudonym, other than a couple or a family.
  ///
  /// Source: decision 23 001 522 (a letter given twice), 18 010 273 (children of two households).
  mutating func checkSharing() {
    for entry in list.entries.indices where list.entries[entry].key.isPerson {
      if let breach = relatedToItself(entry) ?? besideItself(entry) ?? twoIntroductions(entry)
        ?? bothGenders(entry)
      {
        add(breach)
      }
    }
    checkLettersAcrossForms()
  }

  /// "D's brother, D": the words tell two people apart and give them one name.
  private func relatedToItself(_ entry: Int) -> CastBreach? {
    for introduction in list.entries[entry].introductions where introduction.relatedTo == entry {
      return shared(
        entry, at: introduction.mention,
        [
          CastBreach.Reason(
            words: "It is introduced as a relation of \(name(entry)) and has the same name.",
            weight: 75)
        ])
    }
    // "her husband, Mrs D": the relation is a man's and the title a woman's.
    for introduction in list.entries[entry].introductions
    where introduction.manner == .relation && list.entries[entry].key.title != nil
      && introduction.gender == list.entries[entry].gender.opposite
      && introduction.gender != .unknown && list.entries[entry].mentions.count > 1
    {
      return shared(
        entry, at: introduction.mention,
        [
          CastBreach.Reason(
            words: "Its title and the relation that introduces it are of two genders.", weight: 65)
        ])
    }
    return nil
  }

  /// "Officer A and Officer A"
  private func besideItself(_ entry: Int) -> CastBreach? {
    let mentions = list.entries[entry].mentions
    for (a, b) in zip(mentions, mentions.dropFirst()) {
      let (one, other) = (list.mentions[a], list.mentions[b])
      guard one.part == other.part, one.sentence == other.sentence,
        !one.isCouple || one.range != other.range, one.range.end <= other.range.start,
        other.range.start - one.range.end <= 6
      else { continue }
      let gap = list.text(one.part)[one.range.end..<other.range.start]
      guard
        [" and ", ", ", " & ", " or "].contains(where: { gap.elementsEqual($0.utf8) })
      else { continue }
      return shared(
        entry, at: b,
        [CastBreach.Reason(words: "It stands twice in one list of people.", weight: 75)])
    }
    return nil
  }

  /// Introduced as two different things.
  private func twoIntroductions(_ entry: Int) -> CastBreach? {
    let it = list.entries[entry]
    let told = it.introductions.filter { $0.manner == .relation }
    for (number, introduction) in told.enumerated() {
      for earlier in told[..<number] {
        guard let one = earlier.relation, let other = introduction.relation, one != other,
          earlier.relatedTo == introduction.relatedTo, introduction.relatedTo != nil,
          introduction.relatedTo != entry
        else { continue }
        return shared(
          entry, at: introduction.mention,
          [
            CastBreach.Reason(
              words: "It is introduced as a \(one.name) and as a \(other.name) of one person.",
              weight: 65)
          ])
      }
      if let earlier = told[..<number].first, earlier.gender == introduction.gender.opposite,
        introduction.gender != .unknown
      {
        return shared(
          entry, at: introduction.mention,
          [
            CastBreach.Reason(
              words: "It is introduced once as a \(earlier.gender.name), once as a "
                + "\(introduction.gender.name).", weight: 65)
          ])
      }
    }
    // The complainant, or a relation, who is later "the caller, Mr T".
    guard it.isComplainant || !told.isEmpty,
      let other = it.introductions.first(where: { introduction in
        introduction.isOtherRole && introduction.mention != it.mentions.first
          && introduction.manner == .apposition
      })
    else { return nil }
    return shared(
      entry, at: other.mention,
      [
        CastBreach.Reason(
          words: "It is introduced once more, with a part that is nobody's who was named before.",
          weight: 52)
      ])
  }

  /// A letter or role that pronouns call a woman as often as a man.
  private func bothGenders(_ entry: Int) -> CastBreach? {
    let it = list.entries[entry]
    guard it.key.title == nil, it.womanVotes >= 2, it.manVotes >= 2, let last = it.mentions.last
    else { return nil }
    return shared(
      entry, at: last,
      [
        CastBreach.Reason(
          words:
            "Pronouns call it a woman \(times(it.womanVotes)) and a man \(times(it.manVotes)).",
          weight: 45)
      ])
  }

  private func shared(_ entry: Int, at mention: Int, _ reasons: [CastBreach.Reason]) -> CastBreach {
    CastBreach(
      check: .sharedPseudonym, place: place(of: mention),
      related: related(.contrast, list.entries[entry].mentions.filter { $0 != mention }.prefix(1)),
      reasons: reasons,
      suggestion: "Give the second person \(nextLetter(like: list.entries[entry].key)).",
      entry: entry)
  }

  // MARK: One letter, two forms

  /// "Dr P" beside the child "P": one letter for people who are no family.
  private mutating func checkLettersAcrossForms() {
    var bare: [String: Int] = [:]
    for entry in list.entries.indices where list.entries[entry].key.form == .bare {
      bare[list.entries[entry].key.letter] = entry
    }
    guard !bare.isEmpty else { return }
    for entry in list.entries.indices {
      let it = list.entries[entry]
      guard let child = bare[it.key.letter], let first = it.mentions.first,
        !explained.contains(first)
      else { continue }
      if it.key.title != nil, it.introductions.isEmpty,
        it.gender.agrees(with: list.entries[child].gender)
      {
        addTitled(entry, beside: child, first)
        continue
      }
      guard isStranger(entry) else { continue }
      add(
        CastBreach(
          check: .sharedPseudonym, place: place(of: first),
          related: related(.contrast, list.entries[child].mentions.prefix(1)),
          reasons: [
            CastBreach.Reason(
              words: "\(name(entry)) and \(name(child)) share a letter and are no family.",
              weight: 52)
          ], suggestion: "Give one of them \(nextLetter(like: it.key)).", entry: entry))
      explained.insert(first)
    }
  }

  /// C02: the child "Y" who is "Mr Y" elsewhere.
  private mutating func addTitled(_ entry: Int, beside child: Int, _ first: Int) {
    let mentions = list.entries[entry].mentions
    explained.formUnion(mentions)
    add(
      CastBreach(
        check: .titleDrift, place: place(of: first),
        related: related(.piece, mentions.dropFirst())
          + related(.contrast, list.entries[child].mentions.prefix(1)),
        reasons: [
          CastBreach.Reason(
            words: "\(name(entry)) is introduced nowhere, and \(name(child)) is known without a "
              + "title.", weight: 60)
        ], suggestion: "Write \(name(child)), or say who \(name(entry)) is.", entry: child))
  }

  private func isStranger(_ entry: Int) -> Bool {
    let it = list.entries[entry]
    switch it.key.form {
    case .titled(let title):
      if it.isComplainant { return false }
      if it.introductions.contains(where: { $0.manner == .relation || $0.manner == .couple }) {
        return false
      }
      return it.introductions.contains { $0.isOtherRole } || it.introductions.isEmpty
        || title == "dr" || title == "judge"
    case .role: return Int(it.key.letter) == nil
    case .bare, .institution: return false
    }
  }

  /// A letter that nobody in the document has, in the form of a pseudonym.
  func nextLetter(like key: CastKey) -> String {
    let used = list.usedLetters.union(style.discouragedLetters).union(style.realInitials)
    guard let free = PseudonymLetters.next(avoiding: used) else { return "a letter of their own" }
    return "\u{201C}\(CastKey(form: key.form, letter: free).name)\u{201D}"
  }
}
