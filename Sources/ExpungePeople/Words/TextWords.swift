import ExpungeText

/// The words of a stretch of text, with what the stretch as a whole says of each word.
struct TextWords {
  private(set) var tokens: [Token] = []
  private(set) var vocabulary: Vocabulary
  private(set) var runs: [Run] = []
  /// For each token the run it belongs to, or -1.
  private(set) var runOfToken: [Int32] = []

  /// - Parameter blocks: ascending ranges of the text.
  init(
    _ text: UnsafeBufferPointer<UInt8>, blocks: some Collection<ByteRange>,
    knowledge: PeopleKnowledge
  ) {
    let bytes = blocks.reduce(0) { $0 + $1.end - $1.start }
    vocabulary = Vocabulary(knowledge: knowledge, bytes: bytes)
    tokens.reserveCapacity(bytes / 5)
    var tokeniser = Tokeniser(text)
    for block in blocks {
      tokeniser.append(block, to: &tokens, vocabulary: &vocabulary)
    }
    findRuns()
    count()
  }

  @inline(__always)
  func record(_ index: Int) -> WordRecord { vocabulary[tokens[index].form].record }

  /// The token before, in the same paragraph.
  @inline(__always)
  func before(_ index: Int) -> Int? {
    index > 0 && !tokens[index].gap.contains(.paragraph) ? index - 1 : nil
  }

  /// The token after, in the same paragraph.
  @inline(__always)
  func after(_ index: Int) -> Int? {
    index + 1 < tokens.count && !tokens[index + 1].gap.contains(.paragraph) ? index + 1 : nil
  }

  /// What stands after a token; a paragraph's end where there is no more.
  @inline(__always)
  func gapAfter(_ index: Int) -> Gap {
    index + 1 < tokens.count ? tokens[index + 1].gap : .paragraph
  }

  /// Whether a surname's plural: an unlisted word whose form without "s" is a name's.
  func isPlural(_ index: Int) -> Bool { vocabulary[tokens[index].form].isPluralOfName }

  mutating func setPlural(_ form: Int32) { vocabulary[form].isPluralOfName = true }

  /// Notes what the letters of an unlisted word say.
  mutating func setSpelling(of form: Int32, _ letters: [UInt8], score: Int8) {
    vocabulary[form].letterScore = score
    guard letters.count > 1 else { return }
    func pair(_ a: UInt8, _ b: UInt8) -> UInt16 { UInt16(a & 31) % 27 * 27 + UInt16(b & 31) % 27 }
    vocabulary[form].beginning = pair(letters[0], letters[1])
    vocabulary[form].ending = pair(letters[letters.count - 2], letters[letters.count - 1])
  }

  /// Whether a title stands directly before a token.
  func isTitled(_ index: Int) -> Bool {
    guard let before = before(index), tokens[index].gap.isSpaceOrStop else { return false }
    return isTitle(before)
  }

  /// Whether a token is a title: "Mr" in any case, "Sister" with its capital only.
  func isTitle(_ index: Int) -> Bool {
    let roles = record(index).roles
    guard roles.contains(.title) else { return false }
    return tokens[index].isCapitalised ? tokens[index].letters > 1 : roles.contains(.abbreviation)
  }

  // MARK: Runs

  private mutating func findRuns() {
    runOfToken = Array(repeating: -1, count: tokens.count)
    var index = 0
    while index < tokens.count {
      guard opensRun(index) else {
        index += 1
        continue
      }
      var run = Run(first: index)
      var end = index
      run.add(tokens[index], record(index))
      while let next = continuation(of: end) {
        for place in end + 1...next { run.add(tokens[place], record(place)) }
        end = next
      }
      run.last = end
      if end + 1 < tokens.count, tokens[end + 1].shape == .number, tokens[end + 1].letters == 4,
        tokens[end + 1].gap.isSpace
      {
        run.isBeforeYear = true
      }
      for place in index...end { runOfToken[place] = Int32(runs.count) }
      runs.append(run)
      index = end + 1
    }
  }

  private func opensRun(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isCapitalised, token.zone == .text else { return false }
    return !record(index).roles.contains(.function) || token.letters == 1
  }

  /// The last token of the next piece of a run: a capitalised word, or one behind "of", "and", "de".
  private func continuation(of end: Int) -> Int? {
    guard let next = after(end) else { return nil }
    let gap = tokens[next].gap
    let joins =
      gap.isWhite || gap == .hyphen || gap == [.joint, .space]
      || (gap.isSpaceOrStop && (tokens[end].shape == .letter || isTitle(end)))
    guard joins, tokens[next].zone == .text else { return nil }
    if tokens[next].isCapitalised {
      return record(next).roles.contains(.function) && tokens[next].letters > 1
        && !record(next).isName
        ? nil : next
    }
    let roles = record(next).roles
    guard tokens[next].shape == .small, tokens[next].letters <= 3,
      !roles.isDisjoint(with: [.particle, .function]), let beyond = after(next),
      tokens[beyond].isCapitalised, tokens[beyond].gap.isSpace,
      !record(beyond).roles.contains(.function)
    else { return nil }
    return beyond
  }

  // MARK: Counting

  private mutating func count() {
    for index in tokens.indices {
      let token = tokens[index]
      guard token.shape != .number else { continue }
      if token.zone != .text {
        if token.zone != .file { vocabulary[token.form].isInEmail = true }
        continue
      }
      guard token.isCapitalised else {
        vocabulary[token.form].small.count()
        continue
      }
      vocabulary[token.form].capitalised.count()
      if token.position == .middle { vocabulary[token.form].capitalisedInside.count() }
      if isTitled(index) { vocabulary[token.form].titled.count() }
      let run = runOfToken[index]
      if run >= 0, runs[Int(run)].isOrganisation, !runs[Int(run)].isTitled {
        vocabulary[token.form].inOrganisation.count()
      }
      if run >= 0, runs[Int(run)].capitals > 2 { vocabulary[token.form].inLongRun.count() }
      guard let before = before(index), token.gap.isWhite else { continue }
      let roles = record(before).roles
      if roles.contains(.article) { vocabulary[token.form].afterArticle.count() }
      if roles.contains(.placePreposition) { vocabulary[token.form].afterPlace.count() }
    }
  }
}
