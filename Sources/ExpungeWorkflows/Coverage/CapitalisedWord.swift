import ExpungeText

/// A word that begins with a capital, in the text of a part.
struct CapitalisedWord {
  /// Bytes of the part's text; a possessive stays outside.
  let range: ByteRange
  let text: String
  /// Small, without apostrophes.
  let key: String

  /// A word of one capital, of capitals alone, or of a capital and small letters.
  enum Shape: String, CaseIterable {
    case letter = "X"
    case acronym = "XXX"
    case word = "Xxxx"
  }

  var shape: Shape {
    if key.count == 1 { return .letter }
    return text.allSatisfy { !$0.isLowercase } ? .acronym : .word
  }
}
