/// One skeleton to hunt for, and what makes an occurrence of it a survivor.
struct HuntedPattern: Sendable {
  enum Kind: Hashable, Sendable {
    /// A word of a person's name, as a whole word.
    case token
    /// A word of two letters, as a whole word in the same case.
    case shortToken
    /// A name with a plural s after "the" or a title.
    case plural
    /// A whole name of several words, however joined.
    case name
    /// Initial and surname as user names join them.
    case userName
    /// Words that must stand as they stood, however separated.
    case phrase
    /// Letters and digits whatever separates them, inside longer ones too.
    case identifier
    /// An identifier so short that it counts only when grouped as it was, or not at all.
    case shortIdentifier
    /// Words that explain what lies inside them; never a survivor itself.
    case explanation
  }

  let kind: Kind
  let symbols: [UInt8]
  /// For each symbol, whether the value itself has a gap before it.
  let ownGaps: [Bool]
  /// For each symbol, whether it was a capital.
  let capitals: [Bool]
  /// Whether every word of it is also an ordinary word of the language.
  let isOrdinary: Bool
  let isMonth: Bool
  /// Whether it has digits only.
  let isNumeric: Bool
  /// Index of the removed value; of the explaining phrase for an explanation.
  let value: Int

  init(
    _ kind: Kind, _ units: ArraySlice<SkeletonUnit>, isOrdinary: Bool = false,
    isMonth: Bool = false, value: Int
  ) {
    self.kind = kind
    symbols = units.map(\.symbol)
    ownGaps = units.enumerated().map { $0.offset > 0 && !$0.element.gap.isEmpty }
    capitals = units.map(\.isUpper)
    self.isOrdinary = isOrdinary
    self.isMonth = isMonth
    isNumeric = units.allSatisfy(\.isDigit)
    self.value = value
  }
}
