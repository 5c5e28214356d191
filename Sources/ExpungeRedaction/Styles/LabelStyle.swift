import ExpungeDetection
import ExpungeText

/// "[NAME 1]": says what stood there and keeps persons apart, hints at neither length nor initial.
struct LabelStyle: ReplacementStyle {
  func replacement(for leak: LeakInText) -> Replacement? {
    .standingIn(for: leak, leak.placeholder.text)
  }
}

extension Replacement {
  /// Words in place of a leak with the article and the possessive that they ask for.
  static func standingIn(for leak: LeakInText, _ words: String) -> Replacement {
    guard leak.isProse else { return Replacement(words: words) }
    let possessive =
      leak.label == .person ? Grammar.possessive(after: leak.range.end, in: leak.text) : []
    return Replacement(
      words: words,
      mends: Grammar.article(before: leak.range.start, in: leak.text, next: words) + possessive)
  }
}
