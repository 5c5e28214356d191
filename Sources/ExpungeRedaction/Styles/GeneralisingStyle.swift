import ExpungeCast
import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Says less of the same: a day becomes its month, an age its decade, a postcode its area.
struct GeneralisingStyle: ReplacementStyle {
  let cast: DocumentCast

  func replacement(for leak: LeakInText) -> Replacement? {
    guard leak.isProse else { return nil }
    switch leak.label {
    case .date: return DayInWords(leak.value).map { day(leak, $0.monthAndYear) }
    case .birthDate:
      return DayInWords(leak.value)?.year.map { day(leak, String($0)) }
    case .age: return AgeInWords(leak.value).map { age(leak, $0) }
    case .postcode: return area(leak)
    default: return nil
    }
  }

  func leavesStanding(_ leak: LeakInText) -> Bool {
    switch leak.label {
    case .date, .birthDate: DayInWords(leak.value) == nil
    case .age:
      AgeInWords(leak.value) == nil || leak.value.starts(with: "under".utf8)
        || leak.value.starts(with: "over".utf8)
    default: false
    }
  }

  // MARK: Days

  /// "on 3 May 2021" becomes "in May 2021", "between 3 and 5 May" becomes "in May".
  private func day(_ leak: LeakInText, _ words: String) -> Replacement {
    let text = leak.text
    var start = leak.range.start
    var mends: [Mend] = []
    if let first = firstOfSpan(before: start, in: text) {
      mends.append(Mend(range: ByteRange(first, start), words: ""))
      start = first
    }
    if let the = Grammar.word(before: start, in: text), the.word == "the" {
      mends.append(Mend(range: ByteRange(the.range.start, start), words: ""))
      start = the.range.start
    }
    if let before = Grammar.word(before: start, in: text), Self.ofDays.contains(before.word),
      before.word == "on" || before.word == "at" || start != leak.range.start || leak.hasSpan
    {
      let isCapital = Ascii.isUpper(text[before.range.start])
      mends.append(Mend(range: before.range, words: isCapital ? "In" : "in"))
    }
    return Replacement(words: words, mends: mends)
  }

  private static let ofDays: Set<String> = ["on", "at", "between", "from"]

  /// Where "3 and " or "3rd to " begins, when it ends at an offset.
  private func firstOfSpan(before offset: Int, in text: [UInt8]) -> Int? {
    let joints = [" and ", " to ", " or ", "-", "\u{2013}", " - ", " \u{2013} ", " & "]
    for joint in joints where text[..<offset].reversed().starts(with: joint.utf8.reversed()) {
      var index = offset - joint.utf8.count
      let end = index
      while index > 0, Ascii.isLower(text[index - 1]) { index -= 1 }
      guard end - index == 0 || end - index == 2 else { continue }
      let digits = index
      while index > 0, Ascii.isDigit(text[index - 1]) { index -= 1 }
      guard (1...2).contains(digits - index), index == 0 || Ascii.isSpace(text[index - 1]) else {
        continue
      }
      return index
    }
    return nil
  }

  // MARK: Ages

  private func age(_ leak: LeakInText, _ age: AgeInWords) -> Replacement {
    let text = leak.text
    let value = String(decoding: leak.value, as: UTF8.self).lowercased()
    guard value.contains("year"), value.hasSuffix("old"), !value.contains("years") else {
      var mends: [Mend] = []
      if let rest = [" years old", " years of age", " years"].first(where: leak.isFollowed) {
        mends.append(
          Mend(range: ByteRange(leak.range.end, leak.range.end + rest.utf8.count), words: ""))
      }
      return Replacement(
        words: age.predicate(of: cast.gender(before: leak.location)), mends: mends)
    }
    let next = Grammar.word(after: leak.range.end, in: text)?.word
    let isAttribute = next.map { $0.first?.isLowercase == true && !Self.behindNouns.contains($0) }
    let words = isAttribute == true ? age.attribute : age.noun
    return Replacement(
      words: words, mends: Grammar.article(before: leak.range.start, in: text, next: words))
  }

  /// Words that follow a noun and are none: "an 84-year-old who …".
  private static let behindNouns: Set<String> = [
    "who", "whose", "with", "and", "or", "in", "at", "on", "was", "is", "had", "has", "were", "to",
    "from", "living", "of", "could", "would", "needs", "needed", "by", "for", "as", "but",
  ]

  // MARK: Places

  /// "the EX area": the letters that open a postcode. None of the areas has fewer than 20,000 people.
  private func area(_ leak: LeakInText) -> Replacement? {
    let letters = leak.value.prefix(while: Ascii.isLetter)
    guard (1...2).contains(letters.count) else { return nil }
    let area = String(decoding: letters, as: UTF8.self).uppercased()
    let before = Grammar.word(before: leak.range.start, in: leak.text)?.word
    let isInSentence = before.map(["in", "at", "of", "to", "near", "from", "for"].contains) == true
    let words = isInSentence ? "the \(area) area" : "\(area) area"
    return Replacement(
      words: words,
      mends: Grammar.article(before: leak.range.start, in: leak.text, next: words))
  }
}
