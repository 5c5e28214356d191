import ExpungeText

/// Common words beside a word and near it, and what stands between them.
extension FirstLook {
  /// Words on either side among which a cue may stand.
  static let reach = 8

  func cues(
    _ index: Int, _ token: Token, _ record: WordRecord, _ gapAfter: Gap,
    _ add: (PersonEvidence, Int) -> Void
  ) {
    let known = (record.isName ? 3 : 0) + FirstLook.commonness(record)
    let gapClasses = token.gap.kind.rawValue * Gap.Class.allCases.count + gapAfter.kind.rawValue
    add(.gaps, gapClasses)
    add(.gapsAndKnown, gapClasses * 6 + known)
    if let before = words.before(index) {
      if let cue = cue(before) {
        add(.cueBefore, (token.gap.isWhite ? CueWords.capacity : 0) + cue)
      }
      if let second = words.before(before), let cue = cue(second) { add(.cueTwoBefore, cue) }
    }
    if let after = words.after(index) {
      if let cue = cue(after) {
        add(.cueAfter, (gapAfter.isWhite ? CueWords.capacity : 0) + cue)
      }
      if let second = words.after(after), let cue = cue(second) { add(.cueTwoAfter, cue) }
    }
    near(index, add)
  }

  /// Each cue in small letters once, the words directly beside left out.
  private func near(_ index: Int, _ add: (PersonEvidence, Int) -> Void) {
    let first = max(0, index - FirstLook.reach)
    let last = min(words.tokens.count - 1, index + FirstLook.reach)
    for place in first...last where abs(place - index) > 1 && words.tokens[place].shape == .small {
      guard let cue = cue(place) else { continue }
      let form = words.tokens[place].form
      let isRepeated = (first..<place).contains {
        abs($0 - index) > 1 && words.tokens[$0].form == form && words.tokens[$0].shape == .small
      }
      if !isRepeated { add(.cueNear, cue) }
    }
  }

  private func cue(_ index: Int) -> Int? {
    let number = words.vocabulary[words.tokens[index].form].cue
    return number == 0 ? nil : Int(number) - 1
  }
}
