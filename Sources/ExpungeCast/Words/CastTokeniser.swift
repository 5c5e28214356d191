import ExpungeText

/// Parts a text into sentences and picks out the words that the cast list looks at. O(n).
struct CastTokeniser {
  private let text: [UInt8]
  private let words: CastWords
  private var result = CastTokens()
  private var word = 0
  /// The word before was a letter that stood alone, behind a title or not.
  private var lastWord = ByteRange(0, 0)

  static func tokens(of part: CastPart, _ words: CastWords) -> CastTokens {
    var tokeniser = CastTokeniser(text: part.text, words: words)
    for (number, block) in part.blocks.enumerated() { tokeniser.read(block, number) }
    return tokeniser.result
  }

  private init(text: [UInt8], words: CastWords) {
    self.text = text
    self.words = words
  }

  private mutating func read(_ block: ByteRange, _ number: Int) {
    begin(at: block.start, number)
    var index = block.start
    while index < block.end {
      let byte = text[index]
      if Self.isWordByte(byte) {
        index = readWord(from: index, in: block)
      } else if byte == 0xE2 || byte == 0xC2 {
        // Signs and dashes, which part words.
        index += byte == 0xE2 ? 3 : 2
      } else {
        if byte == Ascii.fullStop || byte == 0x3F || byte == 0x21,
          let next = endOfSentence(at: index, in: block)
        {
          begin(at: next, number)
          index = next
          continue
        }
        index += 1
      }
    }
  }

  private mutating func begin(at start: Int, _ block: Int) {
    if let last = result.sentences.last, last.block == block,
      last.firstToken == result.tokens.count, last.start == start
    {
      return
    }
    result.sentences.append(
      CastTokens.Sentence(start: start, block: block, firstToken: result.tokens.count))
    word += 2
  }

  /// Reads a word and gives the byte behind it.
  private mutating func readWord(from start: Int, in block: ByteRange) -> Int {
    var index = start
    var hash = CastWords.seed
    while index < block.end {
      let byte = text[index]
      if Self.isWordByte(byte) {
        CastWords.add(byte, to: &hash)
      } else if byte == Ascii.hyphen, index + 1 < block.end, Self.isWordByte(text[index + 1]) {
        CastWords.add(byte, to: &hash)
      } else {
        break
      }
      index += 1
    }
    word += 1
    let range = ByteRange(start, index)
    defer { lastWord = range }
    if range.count <= 3, let kind = letterOrNumber(range, in: block) {
      add(WordFacts(kind: kind), range, in: block)
    } else if let facts = words.facts(of: hash) {
      add(facts, range, in: block)
    }
    // What follows an apostrophe inside a word ("X's", "won't") is no word.
    if index + 1 < block.end, text[index] == Ascii.apostrophe, Self.isWordByte(text[index + 1]) {
      index += 1
      while index < block.end, Self.isWordByte(text[index]) { index += 1 }
    }
    return index
  }

  private mutating func add(_ facts: WordFacts, _ range: ByteRange, in block: ByteRange) {
    let isPossessive =
      range.end < block.end && text[range.end] == Ascii.apostrophe
      && (range.end + 1 == block.end || text[range.end + 1] | 0x20 == 0x73)
    result.tokens.append(
      CastToken(
        facts: facts, range: range, word: word, sentence: result.sentences.count - 1,
        isCapitalised: Ascii.isUpper(text[range.start]), isPossessive: isPossessive))
  }

  /// "X", "XX", "B-C", or "12".
  private func letterOrNumber(_ range: ByteRange, in block: ByteRange) -> WordFacts.Kind? {
    let first = text[range.start]
    if Ascii.isDigit(first) {
      guard range.count <= 2, range.count == 1 || Ascii.isDigit(text[range.start + 1]),
        let last = result.tokens.last, last.word == word - 1, last.isA([.role, .child]),
        range.end == block.end || text[range.end] != Ascii.fullStop
          || !isDigit(range.end + 1, block)
      else { return nil }
      return .number
    }
    guard Ascii.isUpper(first) else { return nil }
    switch range.count {
    case 1: return standsAlone(range, in: block) ? .letter : nil
    case 2: return text[range.start + 1] == first && first >= 0x57 ? .letter : nil
    default:
      return text[range.start + 1] == Ascii.hyphen && Ascii.isUpper(text[range.start + 2])
        && result.tokens.last.map { $0.isA(.title) && $0.word == word - 1 } == true
        ? .letter : nil
    }
  }

  private func isDigit(_ index: Int, _ block: ByteRange) -> Bool {
    index < block.end && Ascii.isDigit(text[index])
  }

  /// Whether a capital is a letter of its own: no initial, no list mark, no case name, no code.
  private func standsAlone(_ range: ByteRange, in block: ByteRange) -> Bool {
    if range.start > block.start {
      let before = text[range.start - 1]
      if before == Ascii.fullStop || before == 0x26 || before == 0x2F || before == Ascii.hyphen
        || before == Ascii.apostrophe && range.start - 1 > block.start
          && Self.isWordByte(text[range.start - 2])
      {
        return false
      }
    }
    guard range.end < block.end else { return true }
    let after = text[range.end]
    if after == 0x26 || after == 0x2F || after == Ascii.hyphen { return false }
    // "O'Dowd"; but "X's".
    if after == Ascii.apostrophe, range.end + 1 < block.end,
      Self.isWordByte(text[range.end + 1]),
      text[range.end + 1] | 0x20 != 0x73
        || range.end + 2 < block.end && Self.isWordByte(text[range.end + 2])
    {
      return false
    }
    let opensBlock = text[block.start..<range.start].allSatisfy { !Ascii.isLetter($0) }
    if opensBlock, after == Ascii.fullStop || after == 0x29 { return false }
    if after == Ascii.fullStop, range.end + 1 < block.end {
      let next = text[range.end + 1]
      if Self.isWordByte(next) { return false }
      // "J. R. Okafor"
      if range.end + 3 < block.end, Ascii.isUpper(text[range.end + 2]),
        text[range.end + 3] == Ascii.fullStop
      {
        return false
      }
    }
    return !isCaseName(range, in: block)
  }

  /// "D v NSPCC", "R (G) v Westminster".
  private func isCaseName(_ range: ByteRange, in block: ByteRange) -> Bool {
    func stands(_ words: StaticString, at index: Int) -> Bool {
      guard index >= block.start, index + words.utf8CodeUnitCount <= block.end else { return false }
      return words.withUTF8Buffer { text[index..<index + $0.count].elementsEqual($0) }
    }
    return stands(" v ", at: range.end) || stands(" v. ", at: range.end)
      || stands(") v ", at: range.end) || stands(" v ", at: range.start - 3)
      || text[range.start] == 0x52 && stands(" (", at: range.end)
        && range.end + 2 < block.end && Ascii.isUpper(text[range.end + 2])
  }

  /// First byte of the next sentence when a stop ends this one.
  private func endOfSentence(at stop: Int, in block: ByteRange) -> Int? {
    var next = stop + 1
    while next < block.end, Self.isCloser(text[next]) { next += 1 }
    guard next < block.end, Ascii.isSpace(text[next]) else { return nil }
    while next < block.end, Ascii.isSpace(text[next]) { next += 1 }
    guard next < block.end, !Ascii.isLower(text[next]) else { return nil }
    if text[stop] == Ascii.fullStop, lastWord.end == stop, let last = result.tokens.last,
      last.range == lastWord, last.isA(.title)
    {
      return nil
    }
    // "1." opens a numbered paragraph.
    if lastWord.end == stop, Ascii.isDigit(text[lastWord.start]),
      text[block.start..<lastWord.start].allSatisfy(Ascii.isSpace)
    {
      return nil
    }
    return next
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == Ascii.apostrophe || byte == 0x29 || byte == 0x5D
  }

  /// Letters, digits, and the bytes of what is beyond ASCII.
  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
  }
}
