import ExpungeText

/// Cuts blocks of a text into words and numbers, and counts the words.
///
/// A word is letters with inner apostrophes; hyphens, digits and underscores part words. A possessive
/// "'s" stays outside; "they'll" is looked up as "they".
struct Tokeniser {
  private let text: UnsafeBufferPointer<UInt8>
  private var isQuoted = false
  private var zone = Token.Zone.text

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Appends the tokens of a block. O(n).
  mutating func append(
    _ block: ByteRange, to tokens: inout [Token], vocabulary: inout Vocabulary
  ) {
    isQuoted = false
    zone = .text
    var gap: Gap = .paragraph
    var index = block.start
    var gapStart = index
    while index < block.end {
      let byte = text[index]
      if isWordStart(at: index) {
        index = appendWord(at: index, before: block.end, gap, &tokens, &vocabulary)
      } else if Ascii.isDigit(byte) {
        index = appendNumber(at: index, before: block.end, gap, &tokens, &vocabulary)
      } else {
        let length = punctuation(at: index, from: gapStart, before: block.end, &gap, &tokens)
        index += length
        continue
      }
      gap = []
      gapStart = index
    }
  }

  // MARK: Words

  @inline(__always)
  private func isWordStart(at index: Int) -> Bool {
    let byte = text[index]
    if Ascii.isLetter(byte) { return true }
    guard byte >= 0xC3 else { return false }
    return isLetter(at: index)
  }

  /// A letter beyond ASCII, a combining mark among them; signs and punctuation are none.
  private func isLetter(at index: Int) -> Bool {
    let scalar = FoldedWord.scalar(at: index, in: text).value
    if scalar < 0x250 { return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 }
    if scalar < 0x2000 { return scalar < 0x2B0 || scalar >= 0x300 }
    return scalar >= 0x2C00 && !(0x2E00..<0x2E80).contains(scalar)
      && !(0x3000..<0x3040).contains(scalar) && !(0xFE00..<0x1F000).contains(scalar)
      && scalar < 0x1F000
  }

  private mutating func appendWord(
    at start: Int, before limit: Int, _ gap: Gap, _ tokens: inout [Token],
    _ vocabulary: inout Vocabulary
  ) -> Int {
    var key = WordKey()
    var capitals = 0
    var index = start
    // Letters of ASCII first: most words have no others.
    while index < limit {
      let folded = text[index] | 0x20
      guard folded &- 0x61 < 26 else { break }
      capitals += text[index] < 0x60 ? 1 : 0
      key.add(folded)
      index += 1
    }
    /// The form without what follows the last apostrophe.
    var stem = key
    var stemEnd = -1
    var stemLetters = 0
    var letters = index - start
    var hasAccent = false
    var firstIsCapital = letters > 0 && text[start] < 0x60
    var capitalAfterFirst = capitals > (firstIsCapital ? 1 : 0)
    while index < limit {
      let byte = text[index]
      if Ascii.isLetter(byte) {
        let isCapital = byte < 0x60
        if isCapital {
          capitals += 1
          if letters == 0 { firstIsCapital = true } else { capitalAfterFirst = true }
        }
        key.add(byte | 0x20)
        letters += 1
        index += 1
      } else if byte >= 0xC3, isLetter(at: index) {
        let (scalar, length) = FoldedWord.scalar(at: index, in: text)
        if !(0x300..<0x370).contains(scalar) {
          if LatinLetters.isCapital(scalar) {
            capitals += 1
            if letters == 0 { firstIsCapital = true } else { capitalAfterFirst = true }
          }
          letters += 1
        }
        hasAccent = true
        FoldedWord.forEachLetter(of: index..<index + length, in: text) { key.add($0) }
        index += length
      } else if byte == Ascii.apostrophe, index + 1 < limit, index > start,
        isWordStart(at: index + 1)
      {
        stem = key
        stemEnd = index
        stemLetters = letters
        index += 1
      } else {
        break
      }
    }
    var end = index
    var isPossessive = false
    if stemEnd >= 0 {
      let tail = index - stemEnd - 1
      let ending = text[stemEnd + 1] | 0x20
      if tail == 1, ending == UInt8(ascii: "s") {
        (isPossessive, end, key) = (true, stemEnd, stem)
        if text[stemEnd + 1] < 0x60 { capitals -= 1 }
        letters -= 1
      } else if tail <= 2, isContraction(at: stemEnd + 1, count: tail) {
        (end, key) = (stemEnd, stem)
        letters = stemLetters
        if capitals > 1, capitals < letters + tail { capitals = firstIsCapital ? 1 : 0 }
      }
    } else if index < limit, text[index] == Ascii.apostrophe, text[index - 1] | 0x20 == 0x73,
      index + 1 == limit || !isWordStart(at: index + 1)
    {
      // "James' flat", but also the end of a quotation: no more than a hint.
      isPossessive = !isQuoted
    }
    let form = vocabulary.number(of: key, start: start, end: end)
    let shape = shape(
      letters: letters, capitals: capitals, firstIsCapital: firstIsCapital,
      inner: capitalAfterFirst && capitals < letters, start: start)
    if zone == .text, isWebStart(start, end) { zone = .web }
    var token = Token(
      start: Int32(start), end: Int32(end), form: form, shape: shape, zone: zone, gap: gap,
      letters: UInt8(clamping: letters))
    token.isPossessive = isPossessive
    token.hasAccent = hasAccent
    token.isQuoted = isQuoted
    token.position = position(of: token, after: tokens, vocabulary)
    tokens.append(token)
    if gap == .stop, endsFileName(start, end) { mark(.file, &tokens) }
    return index
  }

  private func isContraction(at index: Int, count: Int) -> Bool {
    switch (text[index] | 0x20, count) {
    case (0x6C, 2), (0x72, 2), (0x76, 2), (0x64, 1), (0x6D, 1), (0x74, 1): true
    default: false
    }
  }

  private func isWebStart(_ start: Int, _ end: Int) -> Bool {
    let count = end - start
    guard count >= 3, count <= 5 else { return false }
    if count == 3, end < text.count, text[end] == Ascii.fullStop {
      return (start..<end).allSatisfy { text[$0] | 0x20 == 0x77 }
    }
    return end + 2 < text.count && text[end] == 0x3A && text[end + 1] == 0x2F
      && text[end + 2] == 0x2F
  }

  private func shape(
    letters: Int, capitals: Int, firstIsCapital: Bool, inner: Bool, start: Int
  ) -> Token.Shape {
    if capitals == 0 { return .small }
    if !firstIsCapital { return .mixed }
    if letters == 1 { return .letter }
    if capitals == letters { return letters == 2 ? .twoCapitals : .capitals }
    return inner ? .innerCapital : .capital
  }

  /// Where in a sentence a word stands, by what stands before it.
  private func position(
    of token: Token, after tokens: [Token], _ vocabulary: Vocabulary
  ) -> Token.Position {
    let gap = token.gap
    guard let last = tokens.last, !gap.contains(.paragraph) else { return .start }
    if !gap.isDisjoint(with: [.terminator, .colon, .cell]) { return .start }
    if gap.contains(.stop) {
      let record = vocabulary[last.form].record
      if last.shape == .letter {
        // "to Ms T. She was" begins a sentence, "J. R. Okafor" does not.
        return vocabulary[token.form].record.roles.contains(.function) ? .start : .middle
      }
      if record.roles.contains(.title)
        || (record.roles.contains(.abbreviation) && last.letters < 5
          && last.shape != .twoCapitals && !(1...3).contains(record.word))
      {
        return .middle
      }
      return .start
    }
    if last.shape == .number, gap.contains(.line) { return .start }
    if gap.contains(.opensQuote) || gap.contains(.line) { return .weak }
    if gap.contains(.other) { return .weak }
    return .middle
  }

  // MARK: Numbers

  private mutating func appendNumber(
    at start: Int, before limit: Int, _ gap: Gap, _ tokens: inout [Token],
    _ vocabulary: inout Vocabulary
  ) -> Int {
    var index = start
    while index < limit, Ascii.isDigit(text[index]) { index += 1 }
    var key = WordKey()
    key.add(UInt8(ascii: "0"))
    let form = vocabulary.number(of: key, start: start, end: index)
    var token = Token(
      start: Int32(start), end: Int32(index), form: form, shape: .number, zone: zone, gap: gap,
      letters: UInt8(clamping: index - start))
    token.isQuoted = isQuoted
    tokens.append(token)
    return index
  }

  // MARK: What stands between

  /// Reads one character between words; gives its length in bytes.
  private mutating func punctuation(
    at index: Int, from gapStart: Int, before limit: Int, _ gap: inout Gap,
    _ tokens: inout [Token]
  ) -> Int {
    let byte = text[index]
    switch byte {
    case Ascii.space:
      if gap.contains(.space), index > gapStart, text[index - 1] == Ascii.space {
        if !gap.contains(.line) { gap.insert(.cell) }
      }
      gap.insert(.space)
      zone = .text
    case Ascii.tab, 0x7C:
      gap.insert(.cell)
      zone = .text
    case Ascii.lineFeed:
      gap.formUnion(gap.contains(.line) ? [.paragraph] : .line)
      gap.remove(.cell)
      zone = .text
    case UInt8(ascii: ","): gap.insert(.comma)
    case Ascii.fullStop: gap.insert(.stop)
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"): gap.insert(.terminator)
    case UInt8(ascii: ":"): gap.insert(.colon)
    case Ascii.hyphen:
      gap.insert(gap.contains(.line) || gap == .paragraph ? .paragraph : .hyphen)
    case UInt8(ascii: "\""), Ascii.apostrophe: quote(at: index, before: limit, &gap)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
      gap.insert(.opensBracket)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): gap.insert(.closesBracket)
    case UInt8(ascii: ">"): gap.insert(gap.contains(.line) ? .paragraph : .closesBracket)
    case UInt8(ascii: "&"), UInt8(ascii: "+"): gap.insert(.joint)
    case UInt8(ascii: "/"): gap.insert(.slash)
    case UInt8(ascii: "*"), 0x0C:
      gap.insert(gap.isDisjoint(with: [.line, .paragraph]) ? .other : .paragraph)
    case UInt8(ascii: "@"):
      gap.insert(.other)
      mark(.email, &tokens)
      zone = .email
    default:
      guard byte >= 0x80 else {
        gap.insert(.other)
        return 1
      }
      let (scalar, length) = FoldedWord.scalar(at: index, in: text)
      // Bullets begin something new.
      let isBullet = scalar == 0x2022 || (0x25A0..<0x2600).contains(scalar) || scalar == 0xB7
      gap.insert(isBullet ? .paragraph : .other)
      return max(1, length)
    }
    return 1
  }

  private mutating func quote(at index: Int, before limit: Int, _ gap: inout Gap) {
    let isBeforeWord = index + 1 < limit && !Ascii.isSpace(text[index + 1])
    let isAfterWord = index > 0 && !Ascii.isSpace(text[index - 1])
    if isBeforeWord, !isAfterWord || !gap.isDisjoint(with: [.opensBracket, .hyphen]) {
      gap.insert(.opensQuote)
      isQuoted = true
    } else {
      gap.insert(.closesQuote)
      isQuoted = false
    }
  }

  /// The words joined to an "@", or to a file's ending, are those of an address or of a file's name.
  private func mark(_ zone: Token.Zone, _ tokens: inout [Token]) {
    var place = tokens.count - 1
    while place >= 0, tokens[place].zone == .text || tokens[place].zone == .file {
      tokens[place].zone = zone
      let gap = tokens[place].gap
      guard gap.isEmpty || gap.isSubset(of: [.stop, .hyphen]) || gap == .other else { break }
      place -= 1
    }
  }

  /// Whether a word is the ending of a file's name, such as "docx".
  private func endsFileName(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, text[start - 1] == Ascii.fullStop, (2...4).contains(end - start) else {
      return false
    }
    var ending: UInt32 = 0
    for byte in text[start..<end] { ending = ending << 8 | UInt32(byte | 0x20) }
    return Tokeniser.fileEndings.contains(ending)
  }

  private static let fileEndings: Set<UInt32> = Set(
    [
      "doc", "docx", "pdf", "xls", "xlsx", "csv", "txt", "rtf", "odt", "ppt", "pptx", "msg", "eml",
      "jpg", "jpeg", "png", "tif", "tiff", "gif", "bmp", "heic", "mov", "mp4", "mp3", "m4a", "wav",
      "avi", "zip", "html", "htm", "json", "xml", "log", "bak", "tmp",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1 | 0x20) } })
}
