import ExpungeText

/// Reads pseudonyms out of one part's tokens.
struct MentionReader {
  /// What a mention is before letters alone are known to be people.
  struct Found {
    var key: CastKey
    var gender: Gender
    var firstToken: Int
    var lastToken: Int
    var range: ByteRange
    var isCouple = false
    var isBareLetter = false
    /// "child P": the words say that a letter is a child.
    var isChild = false
  }

  let text: [UInt8]
  let words: CastWords
  let tokens: [CastToken]
  private(set) var found: [Found] = []

  static func found(in part: CastPart, _ tokens: CastTokens, _ words: CastWords) -> [Found] {
    var reader = MentionReader(text: part.text, words: words, tokens: tokens.tokens)
    reader.run()
    return reader.found
  }

  private init(text: [UInt8], words: CastWords, tokens: [CastToken]) {
    self.text = text
    self.words = words
    self.tokens = tokens
  }

  private mutating func run() {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.isA(.title), token.isCapitalised, let next = titled(at: index) {
        index = next
      } else if token.isA([.role, .child, .institution]), let next = named(at: index) {
        index = next
      } else {
        if token.isA(.letter) { addBare(index) }
        index += 1
      }
    }
  }

  // MARK: Titles

  /// "Mrs X", "Mr and Mrs X"; the index behind it.
  private mutating func titled(at index: Int) -> Int? {
    if isLetter(index + 1, after: index) {
      guard !isSurnameNext(index + 1) else { return index + 2 }
      add(title: index, letter: index + 1, from: index, isCouple: false)
      return index + 2
    }
    guard index + 2 < tokens.count, tokens[index + 1].isA(.title), isJoined(index, index + 1),
      isLetter(index + 2, after: index + 1), !isSurnameNext(index + 2)
    else { return nil }
    add(title: index, letter: index + 2, from: index, isCouple: true)
    add(title: index + 1, letter: index + 2, from: index, isCouple: true)
    return index + 3
  }

  private mutating func add(title: Int, letter: Int, from first: Int, isCouple: Bool) {
    let word = lowercased(tokens[title].range)
    found.append(
      Found(
        key: CastKey(form: .titled(word), letter: string(tokens[letter].range)),
        gender: tokens[title].facts.gender, firstToken: isCouple ? title : first,
        lastToken: letter,
        range: ByteRange(tokens[first].range.start, tokens[letter].range.end), isCouple: isCouple))
  }

  /// "Mr J Smith": an initial, no pseudonym.
  private func isSurnameNext(_ letter: Int) -> Bool {
    let end = tokens[letter].range.end
    guard tokens[letter].range.count == 1, end + 2 < text.count, text[end] == Ascii.space,
      Ascii.isUpper(text[end + 1]), Ascii.isLower(text[end + 2])
    else { return false }
    return letter + 1 >= tokens.count || tokens[letter + 1].range.start != end + 1
  }

  // MARK: Roles, children, institutions

  /// "Officer 2", "child P", "School F"; the index behind it.
  private mutating func named(at index: Int) -> Int? {
    let noun = tokens[index]
    guard index + 1 < tokens.count, tokens[index + 1].word == noun.word + 1,
      tokens[index + 1].sentence == noun.sentence
    else { return nil }
    let next = tokens[index + 1]
    let gap = text[noun.range.end..<next.range.start]
    guard gap == [Ascii.space] || gap == [Ascii.space, Ascii.apostrophe] else { return nil }
    if next.isA(.number) {
      guard noun.isCapitalised, noun.isA([.role, .child]) else { return nil }
    } else {
      guard next.isA(.letter) else { return nil }
      let letter = string(next.range)
      if letter == "I" || letter == "A" && !noun.isCapitalised || isSurnameNext(index + 1) {
        return nil
      }
    }
    let key: CastKey
    let letter = string(next.range)
    var first = index
    if noun.isA(.child), next.isA(.letter) {
      key = CastKey(form: .bare, letter: letter)
    } else {
      var word = lowercased(noun.range)
      if let start = compoundStart(before: noun) {
        word = lowercased(ByteRange(start, noun.range.end))
        first = index > 0 && tokens[index - 1].range.start == start ? index - 1 : index
      }
      key = CastKey(
        form: noun.isA([.role, .child]) ? .role(word) : .institution(word), letter: letter)
    }
    found.append(
      Found(
        key: key, gender: noun.facts.gender, firstToken: first, lastToken: index + 1,
        range: ByteRange(min(tokens[first].range.start, noun.range.start), next.range.end),
        isChild: noun.isA(.child)))
    return index + 2
  }

  /// First byte of the word before a noun that makes one word with it: "social worker".
  private func compoundStart(before noun: CastToken) -> Int? {
    guard noun.isA(.compound), noun.range.start > 1, text[noun.range.start - 1] == Ascii.space
    else { return nil }
    let end = noun.range.start - 1
    var start = end
    while start > 0, Ascii.isLetter(text[start - 1]) { start -= 1 }
    guard start < end, words.isCompound(text[start..<end], text[noun.range.start..<noun.range.end])
    else { return nil }
    return start
  }

  // MARK: Letters alone

  private mutating func addBare(_ index: Int) {
    let token = tokens[index]
    guard token.range.count == 1, text[token.range.start] != 0x49 else { return }
    if index > 0, tokens[index - 1].word == token.word - 1, tokens[index - 1].isA(.notPeople) {
      return
    }
    found.append(
      Found(
        key: CastKey(form: .bare, letter: string(token.range)), gender: .unknown,
        firstToken: index, lastToken: index, range: token.range, isBareLetter: true))
  }

  // MARK: Neighbours

  private func isLetter(_ index: Int, after before: Int) -> Bool {
    guard index < tokens.count, tokens[index].isA(.letter),
      tokens[index].word == tokens[before].word + 1
    else { return false }
    let gap = text[tokens[before].range.end..<tokens[index].range.start]
    return gap.count <= 3 && gap.allSatisfy { $0 == Ascii.space || $0 == Ascii.fullStop }
  }

  /// Whether two titles stand beside each other with "and" or "&".
  private func isJoined(_ a: Int, _ b: Int) -> Bool {
    guard tokens[b].range.start - tokens[a].range.end <= 6 else { return false }
    let gap = String(decoding: text[tokens[a].range.end..<tokens[b].range.start], as: UTF8.self)
    let trimmed = gap.filter { $0 != " " && $0 != "." && $0 != "\n" }
    return trimmed == "and" || trimmed == "&"
  }

  private func string(_ range: ByteRange) -> String {
    String(decoding: text[range.start..<range.end], as: UTF8.self)
  }

  private func lowercased(_ range: ByteRange) -> String { string(range).lowercased() }
}
