/// What a publisher asks of its pseudonyms.
package struct CastStyle: Sendable, Equatable {
  /// Whether statements speak of people without their gender.
  package enum Neutrality: String, Sendable, CaseIterable {
    /// Where the text itself does.
    case asWritten = "as-written"
    case always
    case never
  }

  package var checks: Set<CastCheck>
  package var neutrality: Neutrality
  /// Whether a real initial may stand for the name, as courts have it.
  package var allowsRealInitials: Bool
  /// Letters that are better not used.
  package var discouragedLetters: Set<String>
  /// First letters of real names that are known: no suggestion uses them.
  package var realInitials: Set<String> = []

  package init(
    checks: Set<CastCheck> = Set(CastCheck.allCases), neutrality: Neutrality = .asWritten,
    allowsRealInitials: Bool = false, discouragedLetters: Set<String> = []
  ) {
    self.checks = checks
    self.neutrality = neutrality
    self.allowsRealInitials = allowsRealInitials
    self.discouragedLetters = discouragedLetters
  }
}
