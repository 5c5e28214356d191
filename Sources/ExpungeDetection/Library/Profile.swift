/// A publisher's policy: how sure a finding must be to block, how bad what is, how people are called.
package struct Profile: Sendable, Equatable {
  /// "lgsco".
  package var identifier: String
  package var title: String
  package var source: String
  package var description: String
  /// Confidence in a hundred that a finding needs to block, where its label has no floor of its own.
  package var defaultFloor: Int
  package var floors: [Label: Int]
  /// By identifier "pack/name"; stronger than by label.
  package var severitiesByRule: [String: Severity]
  package var severitiesByLabel: [Label: Severity]
  /// Severity from which a finding may block.
  package var failOn: Severity
  /// How the publisher writes pseudonyms; keys are reserved for later versions.
  package var houseStyle: [String: String]

  package init(
    identifier: String, title: String, source: String = "", description: String = "",
    defaultFloor: Int = 50, floors: [Label: Int] = [:], severitiesByRule: [String: Severity] = [:],
    severitiesByLabel: [Label: Severity] = [:], failOn: Severity = .high,
    houseStyle: [String: String] = [:]
  ) {
    self.identifier = identifier
    self.title = title
    self.source = source
    self.description = description
    self.defaultFloor = defaultFloor
    self.floors = floors
    self.severitiesByRule = severitiesByRule
    self.severitiesByLabel = severitiesByLabel
    self.failOn = failOn
    self.houseStyle = houseStyle
  }

  /// Confidence in a hundred that a finding of a label needs to block.
  package func floor(for label: Label) -> Int { floors[label] ?? defaultFloor }

  /// The severity the profile gives a rule; nil where it keeps the rule's own.
  package func severity(rule identifier: String, label: Label) -> Severity? {
    severitiesByRule[identifier] ?? severitiesByLabel[label]
  }
}
