import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// The publisher's house style: "Mrs X" where a name slipped, "the X family", "an X".
struct PseudonymStyle: ReplacementStyle {
  let pseudonyms: [Location: Pseudonyms.Pseudonym]

  func replacement(for leak: LeakInText) -> Replacement? {
    guard leak.label == .person, leak.isProse, let pseudonym = pseudonyms[leak.location] else {
      return nil
    }
    if let gap = gapOfSurnameFirst(leak, pseudonym) {
      return Replacement(words: "", mends: [Mend(range: gap, words: "")])
    }
    let text = leak.text
    var words = pseudonym.name
    var mends: [Mend] = []
    if let place = FormOfAddress.before(leak.range.start, in: text) {
      mends = titleMends(place, before: leak, pseudonym)
    } else {
      let before = Grammar.word(before: leak.range.start, in: text)?.word
      if before.map(Self.determiners.contains) != true { words = pseudonym.written }
      if isFamily(leak, behind: before) { words = "\(pseudonym.name) family" }
      mends = Grammar.article(before: leak.range.start, in: text, next: words)
    }
    return Replacement(
      words: words, mends: mends + Grammar.possessive(after: leak.range.end, in: text))
  }

  /// "MISS B" in a heading is a pseudonym already.
  func leavesStanding(_ leak: LeakInText) -> Bool {
    leak.label == .person && leak.value.count == 1 && leak.value.allSatisfy(Ascii.isUpper)
      && FormOfAddress.before(leak.range.start, in: leak.text) != nil
  }

  /// Words behind which a name stands without a title: "the … family", "an … relative".
  private static let determiners: Set<String> = [
    "the", "a", "an", "this", "that", "every", "each", "both", "either", "another", "master",
  ]

  /// What becomes of the form of address before a name.
  private func titleMends(
    _ place: FormOfAddress.Place, before leak: LeakInText, _ pseudonym: Pseudonyms.Pseudonym
  ) -> [Mend] {
    guard !place.isCouple, pseudonym.title != place.form.word else { return [] }
    if let title = pseudonym.title {
      let written = title.prefix(1).uppercased() + title.dropFirst()
      return [Mend(range: place.range, words: written)]
    }
    // A child, a neutral statement or a post: the name alone.
    return [Mend(range: ByteRange(place.range.start, leak.range.start), words: "")]
      + Grammar.article(before: place.range.start, in: leak.text, next: pseudonym.name)
  }

  /// "the Thompsons", but not "the Jones family".
  private func isFamily(_ leak: LeakInText, behind before: String?) -> Bool {
    guard before == "the" || before == "both", let last = leak.value.last, last | 0x20 == 0x73,
      !leak.value.contains(Ascii.space)
    else { return false }
    let next = Grammar.word(after: leak.range.end, in: leak.text)?.word
    return next.map(Self.groups.contains) != true
  }

  private static let groups: Set<String> = [
    "family", "families", "household", "children", "home", "house", "case", "complaint", "couple",
    "brothers", "sisters", "twins",
  ]

  /// What stands between "Thompson" and "Sarah" where the surname comes first.
  private func gapOfSurnameFirst(
    _ leak: LeakInText, _ pseudonym: Pseudonyms.Pseudonym
  ) -> ByteRange? {
    guard let previous = leak.previous, previous.range.end < leak.range.start,
      pseudonyms[previous.location]?.name == pseudonym.name
    else { return nil }
    let gap = leak.text[previous.range.end..<leak.range.start]
    guard gap.elementsEqual(", ".utf8) || gap.elementsEqual(" ".utf8) else { return nil }
    return ByteRange(previous.range.end, leak.range.start)
  }
}
