package import PCRE2
import Synchronization

/// All rules and guards of a run, compiled: shared by every scanner, immutable.
package final class RuleSet: Sendable {
  package let rules: [Rule]
  package let index: RuleIndex
  let tables: ScanTables
  /// Compiled when first needed: a short text needs few of several hundred.
  private let patterns: Mutex<[Pattern?]>
  private let isWholeText: [Bool]

  /// Compiles every pattern and derives the index.
  ///
  /// - Throws: `RuleSetError` naming the rule whose pattern PCRE2 refuses.
  package convenience init(rules: [Rule]) throws(RuleSetError) {
    for rule in rules { _ = try Self.compile(rule, anchored: false) }
    try self.init(rules: rules, index: RuleIndex(rules: rules))
  }

  /// Uses an index made before, for the same rules in the same order; a pattern is compiled when it
  /// is first tried.
  ///
  /// - Throws: `RuleSetError` when the index belongs to other rules, or there are too many rules.
  package init(rules: [Rule], index: RuleIndex) throws(RuleSetError) {
    guard rules.count < Int(UInt16.max), index.ruleCount == rules.count,
      index.fingerprint == RuleIndex.fingerprint(of: rules)
    else {
      throw RuleSetError(
        rule: rules.first?.identifier ?? "",
        message: "the index was made for other rules; build it again", offset: 0)
    }
    self.rules = rules
    self.index = index
    tables = ScanTables(index)
    patterns = Mutex([Pattern?](repeating: nil, count: rules.count))
    var isWholeText = [Bool](repeating: false, count: rules.count)
    for rule in index.wholeTextRules { isWholeText[Int(rule)] = true }
    self.isWholeText = isWholeText
  }

  /// The compiled pattern of a rule: anchored where the index says where it can begin.
  func pattern(of rule: Int) throws(RuleSetError) -> Pattern {
    if let known = patterns.withLock({ $0[rule] }) { return known }
    // Two threads may compile the same pattern at once; the first to finish is kept.
    let made = try Self.compile(rules[rule], anchored: !isWholeText[rule])
    return patterns.withLock { patterns in
      if let known = patterns[rule] { return known }
      patterns[rule] = made
      return made
    }
  }

  /// A rule's pattern by itself.
  ///
  /// - Parameter anchored: for attempts at given places; otherwise for a search.
  package static func compile(_ rule: Rule, anchored: Bool) throws(RuleSetError) -> Pattern {
    var options: Pattern.Options = rule.ignoresCase ? .ignoresCase : []
    // Start optimisations would read ahead in the whole text at every attempt.
    if anchored { options.formUnion([.anchored, .noStartOptimize]) }
    do {
      return try Pattern(rule.pattern, options: options)
    } catch {
      throw RuleSetError(rule: rule.identifier, message: error.message, offset: error.offset)
    }
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
