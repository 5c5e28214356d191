/// A publisher's policy: how sure a finding must be to block, how bad what is, who is named on
/// purpose, how people are called.
package struct Profile: Sendable, Equatable {
  /// Whether a person's real initial may stand for the name.
  package enum RealInitials: UInt8, Sendable, CaseIterable {
    /// Never, for anyone in the matter (Ombudsmen).
    case never
    /// By the custom of courts.
    case allowed

    package var name: String {
      switch self {
      case .never: "never"
      case .allowed: "allowed"
      }
    }
  }

  /// "lgsco".
  package var identifier: String
  package var title: String
  package var source: String
  package var description: String
  /// Confidence in a hundred that a finding needs to block, where its label has no floor of its own.
  package var defaultFloor: Int
  package var floors: [Label: Int]
  /// By identifier "pack/name"; stronger than by class.
  package var severitiesByRule: [String: Severity]
  /// By class of the taxonomy, "D01"; stronger than by label.
  package var severitiesByClass: [String: Severity]
  package var severitiesByLabel: [Label: Severity]
  /// Severity from which a finding may block.
  package var failOn: Severity
  /// Points from which facts about one person together are a finding; 0 where that is not looked at.
  package var combinationLimit: Int
  /// Whether rules for information alone speak: years, sums, places and trades, which identify nobody
  /// by themselves.
  package var masksFacts: Bool
  /// Office holders and others whose names stand on purpose, told by the words around them.
  package var namedOnPurpose: [NamedOnPurpose]
  /// People public on purpose, by name: a publisher's own settings, never a shipped profile's.
  package var named: [NamedPerson]
  /// How far markers in a document exempt what they stand beside.
  package var inlineMarkers: InlineMarkerTrust
  package var realInitials: RealInitials
  /// How the publisher writes pseudonyms, by the kind of person.
  package var houseStyle: [String: String]
  /// What to write instead, by class of the taxonomy, which is stronger than a rule's own words, or by
  /// label, which is weaker.
  package var suggestions: [String: String]

  /// Hosts that the publisher's decisions may link to, with all below them; empty where links are free.
  package var ownSites: [String] = []
  /// Rules of publication that the publisher does not ask for: "publication/footnotes".
  package var publicationAllows: [String] = []

  package init(
    identifier: String, title: String, source: String = "", description: String = "",
    defaultFloor: Int = 50, floors: [Label: Int] = [:], severitiesByRule: [String: Severity] = [:],
    severitiesByClass: [String: Severity] = [:], severitiesByLabel: [Label: Severity] = [:],
    failOn: Severity = .high, combinationLimit: Int = 0, masksFacts: Bool = false,
    namedOnPurpose: [NamedOnPurpose] = [],
    named: [NamedPerson] = [],
    inlineMarkers: InlineMarkerTrust = .all, realInitials: RealInitials = .never,
    houseStyle: [String: String] = [:], suggestions: [String: String] = [:]
  ) {
    self.identifier = identifier
    self.title = title
    self.source = source
    self.description = description
    self.defaultFloor = defaultFloor
    self.floors = floors
    self.severitiesByRule = severitiesByRule
    self.severitiesByClass = severitiesByClass
    self.severitiesByLabel = severitiesByLabel
    self.failOn = failOn
    self.combinationLimit = combinationLimit
    self.masksFacts = masksFacts
    self.namedOnPurpose = namedOnPurpose
    self.named = named
    self.inlineMarkers = inlineMarkers
    self.realInitials = realInitials
    self.houseStyle = houseStyle
    self.suggestions = suggestions
  }

  /// Confidence in a hundred that a finding of a label needs to block.
  package func floor(for label: Label) -> Int { floors[label] ?? defaultFloor }

  /// The severity the profile gives a rule's findings; nil where it keeps the rule's own.
  package func severity(rule identifier: String, classCode: String, label: Label) -> Severity? {
    severitiesByRule[identifier] ?? severitiesByClass[classCode] ?? severitiesByLabel[label]
  }
}
