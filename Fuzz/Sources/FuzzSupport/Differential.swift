package import ExpungeDetection
package import ExpungeText

/// Holds the scanner against what defines it: one independent pass for each rule.
package struct Differential: ~Copyable {
  private let set: RuleSet
  private var reference: OnePassPerRule
  private var scanner: Scanner

  /// Units of backtracking so many that no bounded pattern takes them.
  private static let matchLimit = 2_000_000

  /// - Throws: `RuleSetError` when PCRE2 refuses a pattern.
  package init(rules: [Rule]) throws(RuleSetError) {
    try self.init(set: RuleSet(rules: rules))
  }

  package init(set: RuleSet) throws(RuleSetError) {
    self.set = set
    reference = try OnePassPerRule(rules: set.rules, matchLimit: Self.matchLimit)
    scanner = Scanner(rules: set, matchLimit: Self.matchLimit)
  }

  /// What differs, in one sentence without any text; nil when nothing does.
  ///
  /// A pattern that gives up is no difference: the two begin their attempts at different places.
  package mutating func difference(on text: [UInt8], blocks: [ByteRange] = []) -> String? {
    var found: [Hit] = []
    do {
      try scanner.scan(text, blocks: blocks, into: &found)
    } catch {
      return nil
    }
    return compare(found, text, blocks)
  }

  /// The same with a scanner of another window and kernel.
  package mutating func difference(
    on text: [UInt8], blocks: [ByteRange], window: Int, kernel: Scanner.Kernel
  ) -> String? {
    guard kernel.isAvailable else { return nil }
    var scanner = Scanner(
      rules: set, matchLimit: Self.matchLimit, windowBytes: window, kernel: kernel)
    var found: [Hit] = []
    do {
      try scanner.scan(text, blocks: blocks, into: &found)
    } catch {
      return nil
    }
    return compare(found, text, blocks)
  }

  private mutating func compare(
    _ found: [Hit], _ text: [UInt8], _ blocks: [ByteRange]
  ) -> String? {
    var expected: [Hit] = []
    do {
      try reference.scan(text, blocks: blocks, into: &expected)
    } catch {
      return nil
    }
    guard found != expected else { return nil }
    let missing = Set(expected).subtracting(found)
    let extra = Set(found).subtracting(expected)
    let first = missing.union(extra).min { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
    guard let first else { return "the same hits in another order" }
    return "\(missing.count) hits missing, \(extra.count) too many; the first, "
      + "\(missing.contains(first) ? "missing" : "too many"), of \(set.rules[Int(first.rule)].identifier)"
      + " (\(set.rules[Int(first.rule)].pattern)) at \(first.matchStart)..<\(first.matchEnd)"
  }
}
