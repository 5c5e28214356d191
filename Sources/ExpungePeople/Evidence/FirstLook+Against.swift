import ExpungeText

/// What explains a capitalised word otherwise.
extension FirstLook {
  func against(
    _ index: Int, _ token: Token, _ record: WordRecord, _ gapAfter: Gap,
    _ add: (PersonEvidence, Int) -> Void
  ) {
    let roles = record.roles
    if roles.contains(.function) { add(.function, 0) }
    let before = words.before(index)
    let after = words.after(index)
    if let before, words.tokens[before].shape == .letter, token.gap.contains(.stop),
      words.isTitled(before), roles.contains(.function) || (1...3).contains(record.word)
    {
      add(.afterPseudonym, 0)
    }
    if roles.contains(.calendar) {
      let besideNumber = [before, after].contains { other in
        other.map { words.tokens[$0].shape == .number } ?? false
      }
      let afterPreposition =
        before.map {
          !words.record($0).roles.isDisjoint(with: [
            .placePreposition, .personPreposition, .article,
          ])
        } ?? false
      if besideNumber || afterPreposition { add(.inDate, 0) }
    }
    if gapAfter == .hyphen, let after, words.tokens[after].shape == .small {
      add(.hyphenatedWord, 0)
    }
    if let after, gapAfter.isWhite {
      let next = words.record(after).roles
      if next.contains(.eponymHead) { add(.beforeEponymHead, 0) }
      if next.contains(.pronoun), FewWords.modals.contains(key(index)) {
        add(.beforePronoun, 0)
      }
      if let before, token.gap.isWhite, words.record(before).roles.contains(.article),
        words.tokens[after].shape == .small, next.isDisjoint(with: [.verb, .function])
      {
        add(.theBeforeAndNounAfter, 0)
      }
    }
    if roles.contains(.eponym), !words.isTitled(index) {
      add(token.isPossessive ? .eponymPossessive : .eponym, 0)
    }
    if [before, after].contains(where: { other in
      other.map { words.record($0).roles.contains(.honoured) && words.tokens[$0].isCapitalised }
        ?? false
    }) {
      add(.judge, 0)
    }
    if [before, after].contains(where: { other in
      other.map {
        words.tokens[$0].letters == 1 && words.tokens[$0].shape == .small
          && FewWords.versus.contains(key($0))
      } ?? false
    }) {
      add(.versus, 0)
    }
    if gapAfter.contains(.stop), let after, !words.tokens[after].isCapitalised, token.letters < 6 {
      add(.abbreviation, 0)
    }
    if roles.contains(.nation) { add(.nation, 0) }
  }
}
