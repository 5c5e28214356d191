package import ExpungeDetection
package import ExpungeJudgement

/// How a leak is replaced.
package enum RedactionStyle: String, Sendable, CaseIterable {
  /// "[NAME 1]"
  case label
  /// A bar of constant width.
  case mask
  /// "Mrs X" for people, as the publisher's house style has it; labels for all else.
  case pseudonym
  /// A month for a day, a decade for an age, an area for a postcode; labels for all else.
  case generalise
  /// Nothing, where the sentence can do without.
  case remove

  func style(_ words: StyleWords) -> any ReplacementStyle {
    switch self {
    case .label: LabelStyle()
    case .mask: MaskStyle()
    case .pseudonym: PseudonymStyle(pseudonyms: words.pseudonyms)
    case .generalise: GeneralisingStyle(cast: words.cast)
    case .remove: RemovingStyle()
    }
  }
}

/// What styles go by beside the document's text.
package struct StyleWords: Sendable {
  /// For each place where a person is named.
  package var pseudonyms: [Location: Pseudonyms.Pseudonym]
  package var cast: DocumentCast
  /// What gets a label in any style, because the style's own words would be found again.
  package var labelled: Set<Label> = []

  package init(
    pseudonyms: [Location: Pseudonyms.Pseudonym] = [:], cast: DocumentCast = DocumentCast()
  ) {
    self.pseudonyms = pseudonyms
    self.cast = cast
  }
}
