import ExpungeText

extension CastChecking {
  /// C01 and C04: a pseudonym that stands for somebody who has another one.
  ///
  /// Source: decisions 22 010 680, 24 013 763 (letters swapped).
  mutating func checkSecondPseudonyms() {
    checkUnknownLetters()
    checkRelations()
    checkComplainants()
  }

  // MARK: Letters that come from nowhere

  /// A letter that is introduced nowhere, beside an established one of the same kind.
  private mutating func checkUnknownLetters() {
    for entry in list.entries.indices {
      let it = list.entries[entry]
      guard it.key.title != nil || it.key.form == .bare, isUnknown(entry),
        let first = it.mentions.first, !explained.contains(first),
        let established = established(like: entry)
      else { continue }
      // "Mr and Mrs B", where Mr B is known: the letter is theirs.
      guard !isPartnersLetter(entry) else { continue }
      let isTwo = it.mentions.count >= 2
      // Who stands beside the established one is somebody else.
      guard !sharesSentence(entry, established) else { continue }
      var reasons = [
        CastBreach.Reason(
          words: "\(name(entry)) is introduced nowhere and stands \(times(it.mentions.count)); "
            + "\(name(established)) is known and stands "
            + "\(times(list.entries[established].mentions.count)).", weight: 52)
      ]
      if it.mentions.contains(where: isOfComplainant), list.entries[established].isComplainant {
        reasons.append(
          CastBreach.Reason(
            words: "It stands where the person who complains is spoken of.", weight: 20))
      }
      add(
        CastBreach(
          check: isTwo ? .secondPseudonym : .swappedLetter, place: place(of: first),
          related: related(.piece, it.mentions.dropFirst())
            + related(.contrast, list.entries[established].mentions.prefix(1)),
          reasons: reasons,
          suggestion: "Write \(name(established)) if it is the same person; otherwise say who "
            + "\(name(entry)) is.", entry: established))
    }
  }

  /// Whether a pseudonym stands only in couples whose letter somebody has in other places.
  private func isPartnersLetter(_ entry: Int) -> Bool {
    let it = list.entries[entry]
    guard it.mentions.allSatisfy({ list.mentions[$0].isCouple }) else { return false }
    return list.entries.contains { other in
      other.key != it.key && other.key.letter == it.key.letter && other.key.title != nil
        && other.mentions.contains { !list.mentions[$0].isCouple }
    }
  }

  /// Whether nobody says who it is: the place of the person who complains, or of a couple, says nothing
  /// where another one has it all the time.
  private func isUnknown(_ entry: Int) -> Bool {
    let it = list.entries[entry]
    if it.introductions.isEmpty { return true }
    guard
      it.introductions.allSatisfy({ $0.manner == .complainant || $0.manner == .couple }),
      let first = it.mentions.first
    else { return false }
    return list.entries.contains { other in
      other.isComplainant && other.key.form == it.key.form && other.key != it.key
        && other.mentions.count >= max(2, it.mentions.count)
        && (it.mentions.count == 1 || (other.mentions.last ?? first) < first)
    }
  }

  /// The established pseudonym that an unknown one most likely stands for: of the same form, known,
  /// and far more frequent, or given up where the unknown one begins.
  private func established(like entry: Int) -> Int? {
    let it = list.entries[entry]
    guard let first = it.mentions.first else { return nil }
    var best: Int?
    for other in list.entries.indices where other != entry {
      let candidate = list.entries[other]
      guard candidate.key.form == it.key.form, !candidate.introductions.isEmpty,
        candidate.mentions.count >= 2, let last = candidate.mentions.last
      else { continue }
      guard last < first || candidate.mentions.count >= 2 * it.mentions.count else { continue }
      if let known = best, list.entries[known].mentions.count >= candidate.mentions.count {
        continue
      }
      best = other
    }
    return best
  }

  private func sharesSentence(_ a: Int, _ b: Int) -> Bool {
    let places = Set(
      list.entries[a].mentions.map { [list.mentions[$0].part, list.mentions[$0].sentence] })
    return list.entries[b].mentions.contains {
      places.contains([list.mentions[$0].part, list.mentions[$0].sentence])
    }
  }

  /// Whether a mention stands where only the person who complains does.
  func isOfComplainant(_ mention: Int) -> Bool {
    let it = list.mentions[mention]
    let reader = IntroductionReader(text: list.text(it.part), tokens: list.tokens[it.part])
    return reader.complains(it) || reader.speaks(it)
  }

  // MARK: Relations

  /// One relation, two pseudonyms: "her husband, Mr B" and "her husband, Mr C".
  private mutating func checkRelations() {
    struct Bond: Hashable {
      let to: Int
      let relation: Relation
      let gender: Gender
    }
    var seen: [Bond: (entry: Int, mention: Int)] = [:]
    let hasPlurals = hasPlurals
    let order = list.entries.indices.flatMap { entry in
      list.entries[entry].introductions.map { (entry, $0) }
    }.sorted { $0.1.mention < $1.1.mention }
    for (entry, introduction) in order {
      guard introduction.manner == .relation, let relation = introduction.relation,
        let to = introduction.relatedTo, to != entry,
        relation.isUnique || !hasPlurals && !isOneOfSeveral(introduction)
      else { continue }
      let bond = Bond(to: to, relation: relation, gender: introduction.gender)
      guard introduction.gender != .unknown || relation == .spouse else { continue }
      guard let known = seen[bond] else {
        seen[bond] = (entry, introduction.mention)
        continue
      }
      guard known.entry != entry, list.entries[known.entry].key.form == list.entries[entry].key.form
      else { continue }
      let isSwap =
        list.entries[entry].introductions.count > 1
        || list.entries[entry].mentions.first != introduction.mention
      add(
        CastBreach(
          check: isSwap ? .swappedLetter : .secondPseudonym,
          place: place(of: introduction.mention),
          related: related(.contrast, [known.mention]),
          reasons: [
            CastBreach.Reason(
              words: "\(name(known.entry)) and \(name(entry)) are both said to be the same "
                + "relation of \(name(to)).", weight: relation.isUnique ? 65 : 52)
          ],
          suggestion: "Use one letter if it is one person: \(name(known.entry)).",
          entry: known.entry))
    }
  }

  /// Whether a relation may be had more than once: "her other son".
  private func isOneOfSeveral(_ introduction: Introduction) -> Bool {
    guard let token = introduction.relationToken else { return true }
    let tokens = list.tokens[introduction.part].tokens
    var index = token - 1
    while index >= 0, tokens[token].word - tokens[index].word <= 3 {
      if tokens[index].isA(.several) { return true }
      index -= 1
    }
    return false
  }

  /// Whether the document speaks of sons, brothers or children.
  private var hasPlurals: Bool {
    list.tokens.enumerated().contains { part, tokens in
      let text = list.text(part)
      return tokens.tokens.contains { token in
        token.isA(.several)
          && (text[token.range.end - 1] == 0x73 || text[token.range.end - 1] == 0x6E)
      }
    }
  }

  // MARK: Who complains

  /// A person who is introduced as somebody else, once in the place of the one who complains.
  private mutating func checkComplainants() {
    for entry in list.entries.indices {
      let it = list.entries[entry]
      guard let title = it.key.title, it.mentions.count > 1,
        it.introductions.contains(where: { $0.manner != .complainant }),
        !it.mentions.contains(where: { list.mentions[$0].isCouple }),
        let complainant = list.entries.indices.filter({ other in
          other != entry && list.entries[other].isComplainant
            && list.entries[other].key.title == title
        }).max(by: { list.entries[$0].mentions.count < list.entries[$1].mentions.count }),
        list.entries[complainant].mentions.count > it.mentions.count
      else { continue }
      let introduced = Set(
        it.introductions.lazy.filter { $0.manner != .complainant }.map(\.mention))
      let odd = it.mentions.filter { !introduced.contains($0) && isOfComplainant($0) }
      guard odd.count == 1, let mention = odd.first, !explained.contains(mention) else { continue }
      add(
        CastBreach(
          check: .swappedLetter, place: place(of: mention),
          related: related(.contrast, list.entries[complainant].mentions.prefix(1)),
          reasons: [
            CastBreach.Reason(
              words: "It stands where the person who complains is spoken of, who is "
                + "\(name(complainant)).", weight: 52)
          ], suggestion: "Write \(name(complainant)) if it is the same person.",
          entry: complainant))
    }
  }
}
