import ExpungeText

/// A word that the cast list looks at: one of its vocabulary, a letter that stands alone, a number.
struct CastToken: Sendable {
  var facts: WordFacts
  /// Bytes of the reading, without a possessive ending.
  var range: ByteRange
  /// Position among all words of the part, so that neighbours can be told.
  var word: Int
  /// Position among the part's sentences.
  var sentence: Int
  var isCapitalised: Bool
  /// Whether "'s" or an apostrophe alone follows.
  var isPossessive: Bool

  func isA(_ kind: WordFacts.Kind) -> Bool { !facts.kind.isDisjoint(with: kind) }
}

/// The words of one part that the cast list looks at, and its sentences.
struct CastTokens: Sendable {
  struct Sentence: Sendable {
    /// First byte.
    var start: Int
    var block: Int
    /// Index of its first token.
    var firstToken: Int
  }

  var tokens: [CastToken] = []
  var sentences: [Sentence] = []

  /// Indices of a sentence's tokens.
  func tokens(of sentence: Int) -> Range<Int> {
    let first = sentences[sentence].firstToken
    let end =
      sentence + 1 < sentences.count ? sentences[sentence + 1].firstToken : tokens.count
    return first..<end
  }
}
