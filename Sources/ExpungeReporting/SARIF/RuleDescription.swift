/// What a report says about a rule beside its identifier.
package struct RuleDescription: Sendable {
  /// Finds the description by the rule's identifier; nil for what no pack holds.
  package typealias Lookup = @Sendable (String) -> RuleDescription?

  package var title: String
  package var rationale: String
  /// Class of the taxonomy; filled in from the first finding.
  var classCode = ""

  package init(title: String, rationale: String = "") {
    self.title = title
    self.rationale = rationale
  }
}
