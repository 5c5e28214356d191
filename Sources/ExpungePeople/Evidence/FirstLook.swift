import ExpungeText

/// The evidence that a word and what stands around it give, before any other word is judged.
struct FirstLook {
  let words: TextWords
  let isFileName: Bool

  /// Appends the cases that hold for a candidate. O(1).
  func collect(_ index: Int, letterScore: Int, into cases: inout [UInt16]) {
    let token = words.tokens[index]
    let form = words.vocabulary[token.form]
    let record = form.record
    let isWord = record.word > 0 ? 1 : 0
    func add(_ kind: PersonEvidence, _ place: Int = 0) {
      cases.append(EvidenceSpace.number(kind, place))
    }
    add(.always)
    add(.lists, (record.given * 4 + record.surname) * 6 + record.word)
    add(.shapeAndWord, Int(token.shape.rawValue) * 6 + record.word)
    add(.shapeAndGiven, Int(token.shape.rawValue) * 4 + record.given)
    add(.length, min(13, max(0, Int(token.letters) - 1)))
    add(.place, record.place)
    if record.isAlwaysCapitalised { add(.alwaysCapitalised) }
    let position = Int(token.position.rawValue)
    let isListed = record.isName || record.word > 0 || record.isAlwaysCapitalised
    let step = FirstLook.step(ofLetters: letterScore)
    if token.shape == .capitals || token.shape == .twoCapitals {
      add(.inCapitals, (isListed ? 5 : step) * 5 + min(4, max(0, Int(token.letters) - 2)))
    }
    if !isListed {
      add(.letters, step)
      add(.lettersAndPosition, step * 3 + position)
      add(.beginning, Int(form.beginning))
      add(.ending, Int(form.ending))
    }
    forEachRole(record.roles) { add(.ownRole, $0) }
    if token.isPossessive { add(.possessive) }
    if token.hasAccent { add(.accent) }
    if isFileName {
      add(.inFileName)
      add(
        .fileNamePart,
        ((record.given > 0 ? 1 : 0) * 2 + (record.surname > 0 ? 1 : 0)) * 2 + isWord)
    }
    add(.positionAndWord, position * 6 + record.word)
    add(.positionAndName, (position * 4 + record.given) * 2 + (record.surname > 0 ? 1 : 0))
    let known = (record.given > 0 ? 1 : 0) + (record.surname > 0 ? 2 : 0)
    add(.knownAndPosition, (known * 3 + FirstLook.commonness(record)) * 3 + position)
    add(.gapBefore, token.gap.kind.rawValue)
    let gapAfter = words.gapAfter(index)
    add(.gapAfter, gapAfter.kind.rawValue)
    if token.isQuoted { add(.quoted) }
    if token.gap.contains(.cell) || gapAfter.contains(.cell) { add(.cell) }
    let opensLine = !token.gap.isDisjoint(with: [.line, .paragraph])
    let endsLine = !gapAfter.isDisjoint(with: [.line, .paragraph])
    if opensLine, endsLine { add(.aloneInLine) }
    neighbours(index, token, gapAfter, add)
    cues(index, token, record, gapAfter, add)
    // The names of files are no sentences, and no weight was fitted on them.
    if !isFileName { usage(index, token, gapAfter, add) }
    certain(index, token, record, gapAfter, opensLine: opensLine, endsLine: endsLine, add)
    against(index, token, record, gapAfter, add)
    run(index, add)
    elsewhere(form, isWord: isWord == 1, add)
  }

  private static func step(ofLetters score: Int) -> Int {
    score < -4 ? 0 : score < 0 ? 1 : score < 3 ? 2 : score < 7 ? 3 : 4
  }

  /// No word, a rare one, a common one.
  static func commonness(_ record: WordRecord) -> Int {
    record.word == 0 ? 0 : record.word <= 3 ? 2 : 1
  }

  func forEachRole(_ roles: WordRoles, _ body: (Int) -> Void) {
    var bits = roles.rawValue
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }
}
