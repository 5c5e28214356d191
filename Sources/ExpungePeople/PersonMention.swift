package import ExpungeText

/// A stretch of a text that is probably somebody's name, without title and possessive.
package struct PersonMention: Sendable {
  /// Bytes of the text.
  package var range: ByteRange
  /// Hundredths of the logarithm of the odds, of its surest word.
  package var score: Int
  /// The cases of evidence of its surest word, with their weights; the heaviest first.
  package var evidence: [(kind: PersonEvidence, place: Int, weight: Int)]

  /// The chance in a hundred that it is a name, as the fitted weights promise it.
  package var confidence: Int { Logistic.percent(score) }
}
