import ExpungeText
package import PCRE2
import Synchronization

/// All rules and guards of a run, compiled: shared by every scanner, immutable.
package final class RuleSet: Sendable {
  package let rules: [Rule]
  package let index: RuleIndex
  /// Of the rules, and of the guards that may cross blocks.
  let ruleTables: ScanTables
  /// Of all other guards.
  let guardTables: ScanTables
  /// Compiled when first needed: a short text needs few of several hundred.
  private let patterns: Mutex<[Compiled]>
  private let isWholeText: [Bool]

  private struct Compiled {
    var plain: Pattern?
    var machine: Pattern?
  }

  /// Compiles every pattern and derives the index.
  ///
  /// - Throws: `RuleSetError` naming the rule whose pattern PCRE2 refuses.
  package convenience init(rules: [Rule]) throws(RuleSetError) {
    for rule in rules { _ = try Self.compile(rule, anchored: false, machineCode: false) }
    try self.init(rules: rules, index: RuleIndex(rules: rules))
  }

  /// Uses an index made before, for the same rules in the same order; a pattern is compiled when it
  /// is first tried.
  ///
  /// - Throws: `RuleSetError` when the index belongs to other rules, or there are too many rules.
  package init(rules: [Rule], index: RuleIndex) throws(RuleSetError) {
    guard rules.count < Int(TriggerIndex.backwards), index.ruleCount == rules.count,
      index.fingerprint == RuleIndex.fingerprint(of: rules)
    else {
      throw RuleSetError(
        rule: rules.first?.identifier ?? "",
        message: "the index was made for other rules; build it again", offset: 0)
    }
    self.rules = rules
    self.index = index
    ruleTables = ScanTables(index.rules)
    guardTables = ScanTables(index.guards)
    patterns = Mutex([Compiled](repeating: Compiled(), count: rules.count))
    var isWholeText = [Bool](repeating: false, count: rules.count)
    for rule in index.wholeTextRules { isWholeText[Int(rule)] = true }
    self.isWholeText = isWholeText
  }

  /// The compiled pattern of a rule: anchored where the index says where it can begin.
  ///
  /// - Parameter machineCode: whether it must have machine code; it may have it otherwise too.
  func pattern(of rule: Int, machineCode: Bool) throws(RuleSetError) -> Pattern {
    let known = patterns.withLock { $0[rule] }
    if let machine = known.machine { return machine }
    if !machineCode, let plain = known.plain { return plain }
    // Two threads may compile the same pattern at once; the first to finish is kept.
    let made: Pattern
    if let plain = known.plain {
      made = plain.withMachineCode()
    } else {
      made = try Self.compile(
        rules[rule], anchored: !isWholeText[rule], machineCode: machineCode)
    }
    return patterns.withLock { patterns in
      if machineCode {
        if let known = patterns[rule].machine { return known }
        patterns[rule].machine = made
      } else {
        if let known = patterns[rule].plain { return known }
        patterns[rule].plain = made
      }
      return made
    }
  }

  /// A rule's pattern by itself.
  ///
  /// - Parameter anchored: for attempts at given places; otherwise for a search.
  package static func compile(
    _ rule: Rule, anchored: Bool, machineCode: Bool = true
  ) throws(RuleSetError) -> Pattern {
    var options: Pattern.Options = rule.ignoresCase ? .ignoresCase : []
    // Start optimisations would read ahead in the whole text at every attempt.
    if anchored { options.formUnion([.anchored, .noStartOptimize]) }
    do {
      return try Pattern(rule.pattern, options: options, machineCode: machineCode)
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
