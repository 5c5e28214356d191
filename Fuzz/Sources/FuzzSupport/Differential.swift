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
    guard let found = Self.hits(of: &scanner, in: text, blocks) else { return nil }
    return compare(found, text, blocks)
  }

  /// The same with a scanner of another window and kernel.
  package mutating func difference(
    on text: [UInt8], blocks: [ByteRange], window: Int, kernel: Scanner.Kernel
  ) -> String? {
    guard kernel.isAvailable else { return nil }
    var scanner = Scanner(
      rules: set, matchLimit: Self.matchLimit, windowBytes: window, kernel: kernel)
    guard let found = Self.hits(of: &scanner, in: text, blocks) else { return nil }
    return compare(found, text, blocks)
  }

  private static func hits(
    of scanner: inout Scanner, in text: [UInt8], _ blocks: [ByteRange]
  ) -> [Hit]? {
    var found: [Hit] = []
    do {
      try scanner.scan(text, blocks: blocks, into: &found)
    } catch {
      return nil
    }
    return found
  }

  /// Holds rules that are scanned piece by piece, guards in between, against the same at once.
  ///
  /// - Parameter size: bytes of a piece, which ends before a block.
  package mutating func differenceOfPieces(
    on text: [UInt8], blocks: [ByteRange], about size: Int
  ) -> String? {
    var whole: [Hit] = []
    var pieces: [Hit] = []
    var others: [Hit] = []
    do {
      try scanner.scanRules(text, blocks: blocks, into: &whole)
      var start = 0
      while start < text.count {
        let end = blocks.first { $0.start >= start + size }?.start ?? text.count
        let near = blocks.filter { $0.end > start - scanner.reachBack && $0.start < end }
        // No blocks at all would mean that the whole text is one.
        try scanner.scanRules(
          text, blocks: near.isEmpty ? Array(blocks.prefix(1)) : near,
          piece: ByteRange(start, end), goingOnFrom: 0, into: &pieces)
        try scanner.scanGuards(
          text, blocks: blocks, within: blocks.isEmpty ? [ByteRange(0, text.count)] : near,
          into: &others)
        start = end
      }
    } catch {
      return nil
    }
    pieces.sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
    return describe(pieces, whole)
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
    return describe(found, expected)
  }

  private func describe(_ found: [Hit], _ expected: [Hit]) -> String? {
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
