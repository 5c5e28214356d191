import ExpungeText

/// How general English uses a word and its neighbours.
extension FirstLook {
  func usage(
    _ index: Int, _ token: Token, _ gapAfter: Gap, _ add: (PersonEvidence, Int) -> Void
  ) {
    let usage = words.vocabulary[token.form].usage
    add(.usedWithCapital, usage.capital)
    add(.usedWithCapitalAndPosition, usage.capital * 3 + Int(token.position.rawValue))
    add(.frequency, usage.frequency)
    add(.usedWithCapitalAndFrequency, usage.capital / 3 * 3 + usage.frequency / 3)
    add(.usedInCapitals, usage.shout * 2 + (token.shape == .capitals ? 1 : 0))
    add(.ownKind, usage.kind * 2 + (usage.isName ? 1 : 0))
    if let before = words.before(index) {
      meaning(before, isJoined: token.gap.isWhite, .kindBefore, .formBefore, add)
      if let second = words.before(before) { add(.kindTwoBefore, kind(second)) }
    }
    if let after = words.after(index) {
      meaning(after, isJoined: gapAfter.isWhite, .kindAfter, .formAfter, add)
      if let second = words.after(after) { add(.kindTwoAfter, kind(second)) }
    }
  }

  private func meaning(
    _ index: Int, isJoined: Bool, _ kind: PersonEvidence, _ form: PersonEvidence,
    _ add: (PersonEvidence, Int) -> Void
  ) {
    let usage = words.vocabulary[words.tokens[index].form].usage
    let joined = isJoined ? 1 : 0
    add(kind, self.kind(index) * 2 + joined)
    let capital = words.tokens[index].isCapitalised ? 1 : 0
    add(form, ((usage.form * 2 + (usage.isVerb ? 1 : 0)) * 2 + capital) * 2 + joined)
  }

  /// What a neighbour means × whether it is capitalised (2).
  private func kind(_ index: Int) -> Int {
    let token = words.tokens[index]
    guard token.shape != .number else { return 0 }
    return words.vocabulary[token.form].usage.kind * 2 + (token.isCapitalised ? 1 : 0)
  }
}
