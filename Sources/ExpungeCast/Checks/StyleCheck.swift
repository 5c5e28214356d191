import ExpungeText

extension CastChecking {
  /// C13: what the publisher's house style asks and the text does not do.
  ///
  /// Source: statement of reasons manual, chapter 3 (a child has no title; not Mr A).
  mutating func checkStyle() {
    for entry in list.entries.indices {
      let it = list.entries[entry]
      guard it.key.title != nil, let first = it.mentions.first else { continue }
      if style.discouragedLetters.contains(it.key.letter) {
        addStyle(
          entry, first, "Spelling programs take this letter for a word.",
          "Use another letter, such as \(nextLetter(like: it.key)).")
      }
      if let introduction = it.introductions.first(where: isChild) {
        addStyle(
          entry, introduction.mention, "A child is a letter without a title.",
          "Write \u{201C}\(it.key.letter)\u{201D}.")
      }
    }
    checkMarks()
  }

  private func isChild(_ introduction: Introduction) -> Bool {
    guard introduction.manner == .apposition || introduction.manner == .relation else {
      return false
    }
    let mention = list.mentions[introduction.mention]
    guard mention.firstToken > 0 else { return false }
    let before = list.token(mention.firstToken - 1, of: mention.part)
    return before.isA(.child) && before.facts.gender == .unknown
      && before.range.end <= mention.range.start && mention.range.start - before.range.end <= 4
  }

  /// Quotation marks around some mentions and not others; a space before the possessive.
  private mutating func checkMarks() {
    var hasPlain: Set<Int> = []
    var quoted: [Int: Int] = [:]
    for (number, mention) in list.mentions.enumerated() {
      let text = list.text(mention.part)
      let (start, end) = (mention.range.start, mention.range.end)
      let opens = start > 0 && (text[start - 1] == 0x22 || text[start - 1] == Ascii.apostrophe)
      let closes = end < text.count && (text[end] == 0x22 || text[end] == Ascii.apostrophe)
      if opens, closes, !mention.isPossessive || text[start - 1] == text[end] {
        if quoted[mention.entry] == nil { quoted[mention.entry] = number }
      } else {
        hasPlain.insert(mention.entry)
      }
      if end + 2 < text.count, text[end] == Ascii.space, text[end + 1] == Ascii.apostrophe,
        text[end + 2] == 0x73, end + 3 >= text.count || !Ascii.isLetter(text[end + 3])
      {
        addStyle(
          mention.entry, number, "A space stands before the possessive.",
          "Write the apostrophe directly behind the letter.")
      }
    }
    for (entry, mention) in quoted.sorted(by: { $0.value < $1.value })
    where hasPlain.contains(entry)
      && list.entries[entry].introductions.allSatisfy({
        $0.mention != mention
      })
    {
      addStyle(
        entry, mention, "It stands in quotation marks here and without them elsewhere.",
        "Write it without quotation marks.")
    }
  }

  private mutating func addStyle(
    _ entry: Int, _ mention: Int, _ words: String, _ suggestion: String
  ) {
    add(
      CastBreach(
        check: .houseStyle, place: place(of: mention),
        reasons: [CastBreach.Reason(words: words, weight: 80)], suggestion: suggestion,
        entry: entry))
  }
}
