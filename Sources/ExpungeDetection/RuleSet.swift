/// All rules and guards of a run, compiled: shared by every scanner, immutable.
package final class RuleSet: Sendable {
  package let rules: [Rule]

  /// Compiles every pattern.
  ///
  /// - Throws: `RuleSetError` naming the rule whose pattern PCRE2 refuses.
  package init(rules: [Rule]) throws(RuleSetError) {
    self.rules = rules
  }
}

/// Why a rule set could not be made.
package struct RuleSetError: Error, Sendable, Equatable {
  package var rule: String
  package var message: String
  /// Byte of the pattern at which it was refused.
  package var offset: Int

  package init(rule: String, message: String, offset: Int) {
    self.rule = rule
    self.message = message
    self.offset = offset
  }
}
