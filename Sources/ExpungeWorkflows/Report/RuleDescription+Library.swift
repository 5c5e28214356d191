package import ExpungeDetection
package import ExpungeReporting

extension PatternLibrary {
  /// Says what a rule looks for, in the words of its pack. O(rules) a call.
  package var descriptions: RuleDescription.Lookup {
    let rules = rules
    let publication = publication
    return { identifier in
      if let check = publication.first(where: { $0.identifier == identifier }) {
        return RuleDescription(title: check.title, rationale: check.reason)
      }
      return rules.first { $0.identifier == identifier }.map {
        RuleDescription(title: $0.title, rationale: $0.rationale)
      }
    }
  }
}
