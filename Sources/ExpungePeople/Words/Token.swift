/// A word or a number of a text.
struct Token: Sendable {
  enum Shape: UInt8, CaseIterable {
    /// name, Name, NAME, N, KT, McName, nAme, 12
    case small, capital, capitals, letter, twoCapitals, innerCapital, mixed, number
  }

  /// Where a sentence stands.
  enum Position: UInt8, CaseIterable {
    case middle, start
    /// The first word of a line in a running paragraph, or of a quotation.
    case weak
  }

  enum Zone: UInt8 {
    case text, email, web
    /// Part of a file's name inside a text: capitals tell nothing.
    case file
  }

  /// Bytes of the text; a possessive ending stays outside.
  var start: Int32
  var end: Int32
  /// The number of its folded form in the vocabulary.
  var form: Int32
  var shape: Shape
  var zone: Zone = .text
  var position: Position = .middle
  /// What stands before it.
  var gap: Gap
  var letters: UInt8
  var isPossessive = false
  var hasAccent = false
  var isQuoted = false

  /// Whether it begins with a capital letter.
  var isCapitalised: Bool {
    switch shape {
    case .small, .mixed, .number: false
    default: true
    }
  }
}
