import ExpungeText

/// What stands beside a word.
extension FirstLook {
  func neighbours(
    _ index: Int, _ token: Token, _ gapAfter: Gap, _ add: (PersonEvidence, Int) -> Void
  ) {
    if let before = words.before(index) {
      let other = words.tokens[before]
      if other.shape == .number {
        if token.gap.isSpace { add(.numberBefore, 0) }
      } else {
        let isSpace = token.gap.isWhite ? 1 : 0
        forEachRole(words.record(before).roles) { add(.roleBefore, $0 * 2 + isSpace) }
      }
      if token.gap.isWhite,
        !words.record(before).roles.isDisjoint(with: [.introducer, .speech, .personPreposition])
      {
        let record = words.record(index)
        add(.introduced, (record.isName ? 3 : 0) + FirstLook.commonness(record))
      }
      add(.wordBefore, outline(before))
      if let second = words.before(before) {
        forEachRole(words.record(second).roles) { add(.roleTwoBefore, $0) }
      }
    }
    guard let after = words.after(index) else {
      if index + 1 == words.tokens.count { add(.lastOfText, 0) }
      return
    }
    let other = words.tokens[after]
    if other.shape == .number {
      if gapAfter.isSpace { add(.numberAfter, 0) }
    } else {
      let isSpace = gapAfter.isWhite ? 1 : 0
      forEachRole(words.record(after).roles) { add(.roleAfter, $0 * 2 + isSpace) }
    }
    if gapAfter.isWhite, !words.record(after).roles.isDisjoint(with: [.verb, .speech]),
      !other.isCapitalised
    {
      add(
        .verbAfter,
        FirstLook.commonness(words.record(index)) * 3 + Int(token.position.rawValue))
    }
    add(.wordAfter, outline(after))
    if let second = words.after(after) {
      forEachRole(words.record(second).roles) { add(.roleTwoAfter, $0) }
    }
    if token.shape == .capitals, other.shape == .capitals, let before = words.before(index),
      words.tokens[before].shape == .capitals
    {
      add(.lineInCapitals, 0)
    }
  }

  /// A neighbour in a few words: shape × given × surname × how common.
  private func outline(_ index: Int) -> Int {
    let record = words.record(index)
    let shape: Int
    switch words.tokens[index].shape {
    case .small, .mixed: shape = 0
    case .capital, .innerCapital: shape = 1
    case .capitals, .twoCapitals, .letter: shape = 2
    case .number: shape = 3
    }
    let common = record.word == 0 ? 0 : record.word <= 2 ? 1 : 2
    return ((shape * 2 + (record.given > 0 ? 1 : 0)) * 2 + (record.surname > 0 ? 1 : 0)) * 3
      + common
  }
}
