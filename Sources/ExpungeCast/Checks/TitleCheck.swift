import ExpungeText

extension CastChecking {
  /// C02: one letter under two titles that are not a couple or a family.
  ///
  /// Source: decisions 18 010 273, 22 011 685, 22 004 370 (a Ms who became a Mrs).
  mutating func checkTitles() {
    for entries in titledEntriesByLetter() where entries.count > 1 {
      let ranked = entries.sorted { a, b in weight(of: a) > weight(of: b) }
      let main = ranked[0]
      for other in ranked.dropFirst()
      where !isAnotherPerson(other, beside: main)
        && (list.entries[other].introductions.isEmpty || !isAnotherPerson(main, beside: other))
      {
        drift(other, from: main)
      }
    }
  }

  /// Titled pseudonyms that share a letter, in the order of the document.
  func titledEntriesByLetter() -> [[Int]] {
    var byLetter: [String: [Int]] = [:]
    var order: [String] = []
    for entry in list.entries.indices where list.entries[entry].key.title != nil {
      let letter = list.entries[entry].key.letter
      if byLetter[letter] == nil { order.append(letter) }
      byLetter[letter, default: []].append(entry)
    }
    return order.compactMap { byLetter[$0] }
  }

  /// How much speaks for a title being the right one: mentions, an introduction, the first place.
  private func weight(of entry: Int) -> Int {
    let it = list.entries[entry]
    let told = it.introductions.contains { $0.manner == .relation || $0.manner == .couple }
    return it.mentions.count * 100 + (told ? 150 : 0) + (it.isComplainant ? 50 : 0)
      - (it.mentions.first ?? 0) / 1000
  }

  /// Whether a second title on a letter is a second person: of the couple, of the family.
  private func isAnotherPerson(_ entry: Int, beside main: Int) -> Bool {
    let it = list.entries[entry]
    if it.mentions.contains(where: { list.mentions[$0].isCouple }) { return true }
    for introduction in it.introductions {
      switch introduction.manner {
      case .named: return true
      case .relation:
        // "her husband, Ms D"
        if introduction.gender.agrees(with: it.gender) { return true }
      case .couple:
        // A wife is spoken of somewhere: one mention may still be a slip.
        if it.mentions.count > 1, it.gender != list.entries[main].gender { return true }
      case .apposition where introduction.isOtherRole:
        if !list.entries[main].introductions.isEmpty { return true }
      default: continue
      }
    }
    // "Mr X and Mrs X" in one breath.
    if areCoordinated(entry, main) { return true }
    // Two people of one surname who are both spoken of at length.
    return it.gender != list.entries[main].gender && it.mentions.count >= 4
  }

  private func areCoordinated(_ a: Int, _ b: Int) -> Bool {
    list.entries[a].mentions.contains { number in
      [number - 1, number + 1].contains { next in
        guard list.mentions.indices.contains(next), list.mentions[next].entry == b,
          list.mentions[next].part == list.mentions[number].part
        else { return false }
        let (first, second) = (min(number, next), max(number, next))
        let start = list.mentions[first].range.end
        let end = list.mentions[second].range.start
        guard start <= end, end - start <= 8 else { return false }
        let gap = list.text(list.mentions[number].part)[start..<end]
        return gap.elementsEqual(" and ".utf8) || gap.elementsEqual(" & ".utf8)
      }
    }
  }

  private mutating func drift(_ entry: Int, from main: Int) {
    let mentions = list.entries[entry].mentions
    guard let first = mentions.first else { return }
    explained.formUnion(mentions)
    let established = list.entries[main].mentions.count
    var reasons = [
      CastBreach.Reason(
        words:
          "\(name(entry)) stands \(times(mentions.count)), \(name(main)) \(times(established)), "
          + "and nobody says that they are two people.",
        weight: 55)
    ]
    if established >= 3 * mentions.count {
      reasons.append(
        CastBreach.Reason(words: "The other title stands far more often.", weight: 20))
    }
    if list.entries[entry].introductions.isEmpty {
      reasons.append(
        CastBreach.Reason(words: "\(name(entry)) is introduced nowhere.", weight: 10))
    }
    add(
      CastBreach(
        check: .titleDrift, place: place(of: first),
        related: related(.piece, mentions.dropFirst())
          + related(.contrast, list.entries[main].mentions.prefix(1)),
        reasons: reasons,
        suggestion: "Write \(name(main)) throughout, or say who \(name(entry)) is.",
        entry: main))
  }

  func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }
}
