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

  let names: FoundNames
  /// Capitals tell nothing here: a file name, a link.
  let ignoresCase: Bool

  /// The mentions in a range, ascending; words of one name that stand together are one mention. O(n).
  func mentions(in range: ByteRange, of text: [UInt8]) -> [Mention] {
    let words = Word.words(of: range, in: text)
    var mentions: [Mention] = []
    for (index, word) in words.enumerated() {
      guard let name = names.name(for: word), ignoresCase || word.isCapitalised else { continue }
      if name.isShort, !ignoresCase, word.isAllCapitals { continue }
      let before = index > 0 ? words[index - 1] : nil
      let after = index + 1 < words.count ? words[index + 1] : nil
      if name.isAmbiguous, !ignoresCase,
        !isPersonal(word, before: before, after: after, in: text)
      {
        continue
      }
      if let last = mentions.last, isJoined(last.range, word.range, in: text) {
        mentions[mentions.count - 1].range = last.range.union(word.range)
      } else {
        mentions.append(Mention(range: word.range, source: name.source))
      }
    }
    return mentions
  }

  /// Whether a name that is also a word stands where only a name can stand.
  private func isPersonal(_ word: Word, before: Word?, after: Word?, in text: [UInt8]) -> Bool {
    if let before, isAdjacent(before.range, word.range, in: text) {
      if NameHunt.titles.contains(before.key) { return true }
      if let other = names.names[before.key], !other.isAmbiguous, before.isCapitalised {
        return true
      }
    }
    if let after, isAdjacent(word.range, after.range, in: text),
      let other = names.names[after.key], !other.isAmbiguous, after.isCapitalised
    {
      return true
    }
    return false
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
