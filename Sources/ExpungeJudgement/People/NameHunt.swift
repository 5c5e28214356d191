import ExpungeText

/// Hunts found names through a text: surname, forename, possessive, plural, capitals.
struct NameHunt {
  /// A mention: bytes of the text, and the candidate that gave the name away.
  struct Mention {
    var range: ByteRange
    var source: Int
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "cllr", "councillor", "sir",
    "dame", "pc", "sgt", "nurse", "judge",
  ]

  private let names: FoundNames
  private let filter: NameFilter
  /// Capitals tell nothing here: a file name, a link.
  private let ignoresCase: Bool
  /// A script, a style sheet, tags: words that are also names ("white", "page") stand everywhere.
  private let isCode: Bool

  init(names: FoundNames, filter: NameFilter, ignoresCase: Bool, isCode: Bool = false) {
    self.names = names
    self.filter = filter
    self.ignoresCase = ignoresCase
    self.isCode = isCode
  }

  /// The mentions in a range, ascending; words of one name that stand together are one mention. O(n).
  func mentions(in range: ByteRange, of text: [UInt8]) -> [Mention] {
    var mentions: [Mention] = []
    filter.forEachCandidate(in: range, of: text, splitsCapitals: ignoresCase && !isCode) { word in
      guard let name = names.name(for: word), ignoresCase || word.isCapitalised else { return }
      if name.isShort, !ignoresCase, word.isAllCapitals { return }
      if isCode, name.isAmbiguous || name.isShort, !word.isCapitalised { return }
      if names.isPlural(word), beginsSentence(word, in: range, of: text) { return }
      if name.isAmbiguous, isCode || !ignoresCase, !isPersonal(word, in: range, of: text) { return }
      if let last = mentions.last, isJoined(last.range, word.range, in: text) {
        mentions[mentions.count - 1].range = last.range.union(word.range)
      } else {
        mentions.append(Mention(range: word.range, source: name.source))
      }
    }
    return mentions
  }

  /// Whether a name that is also a word stands where only a name can stand.
  private func isPersonal(_ word: Word, in range: ByteRange, of text: [UInt8]) -> Bool {
    let from = max(range.start, word.range.start - 40)
    let to = min(range.end, word.range.end + 40)
    if let before = Word.before(word.range.start, in: text, limit: from),
      isAdjacent(before.range, word.range, in: text)
    {
      if NameHunt.titles.contains(before.key) { return true }
      if let other = names.names[before.key], !other.isAmbiguous, before.isCapitalised {
        return true
      }
    }
    if let after = Word.after(word.range.end, in: text, limit: to),
      isAdjacent(word.range, after.range, in: text),
      let other = names.names[after.key], !other.isAmbiguous, after.isCapitalised
    {
      return true
    }
    return false
  }

  /// A plural there has no article and its capital tells nothing: "Marches were held."
  private func beginsSentence(_ word: Word, in range: ByteRange, of text: [UInt8]) -> Bool {
    guard !ignoresCase else { return false }
    var index = word.range.start
    while index > range.start, Ascii.isSpace(text[index - 1]) { index -= 1 }
    return index == range.start
      || [Ascii.fullStop, UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[index - 1])
  }

  private func isAdjacent(_ a: ByteRange, _ b: ByteRange, in text: [UInt8]) -> Bool {
    b.start - a.end <= 2
      && text[a.end..<b.start].allSatisfy { $0 == Ascii.space || $0 == Ascii.fullStop }
  }

  private func isJoined(_ a: ByteRange, _ b: ByteRange, in text: [UInt8]) -> Bool {
    guard b.start - a.end == 1 else { return false }
    let gap = text[a.end]
    return gap == Ascii.space || gap == Ascii.hyphen || gap == Ascii.lineFeed
  }
}
