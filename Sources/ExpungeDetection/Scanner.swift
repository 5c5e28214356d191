import CKernels
package import ExpungeText

/// One worker's engine: owns its scratch memory and finds every hit of a rule set in a text.
///
/// The memory it owns is bounded by its window, whatever the length of the text.
package struct Scanner: ~Copyable {
  /// Which code classifies bytes; the scanner's own choice is right except in tests.
  package enum Kernel: Sendable, CaseIterable {
    case automatic, portable, avx2

    /// Whether this processor can run it.
    package var isAvailable: Bool { expunge_kernel_is_available(code) != 0 }

    var code: expunge_kernel {
      switch self {
      case .automatic: EXPUNGE_KERNEL_AUTOMATIC
      case .portable: EXPUNGE_KERNEL_PORTABLE
      case .avx2: EXPUNGE_KERNEL_AVX2
      }
    }
  }

  package let rules: RuleSet
  /// Attempts that each rule made since the scanner was made, each of bounded cost: a measure of
  /// work that does not depend on the machine, and of what a rule costs.
  package var attempts: [Int] { rules.rules.indices.map { memory.slots[$0].attempts } }

  private let memory: ScanMemory

  package init(rules: RuleSet) {
    self.init(rules: rules, matchLimit: Limits().patternUnits)
  }

  /// - Parameters:
  ///   - matchLimit: units of backtracking that one attempt may take.
  ///   - windowBytes: bytes of the text classified at a time; hits do not depend on it.
  package init(
    rules: RuleSet, matchLimit: Int, windowBytes: Int = 32 * 1024, kernel: Kernel = .automatic
  ) {
    self.rules = rules
    memory = ScanMemory(
      rules: rules, matchLimit: matchLimit, windowBytes: max(1, windowBytes), kernel: kernel.code)
  }

  /// Every hit of every rule, appended in ascending order of match start, then of rule.
  ///
  /// Equal, hit for hit, to one independent left-to-right pass of each rule: a match that its
  /// validator rejects, or that crosses the end of a block without leave, resumes one byte after
  /// its start; an accepted one resumes at its end. Linear in the text.
  ///
  /// - Parameters:
  ///   - text: a reading; valid UTF-8.
  ///   - blocks: blocks of the reading, ascending; a match may not reach over the end of one. None:
  ///     the whole text is one.
  /// - Throws: `ScanFailure` when a rule gave up at its match limit, or the text is longer than
  ///   `Hit.mostBytes`: never "no match". What was appended before is of no use.
  package mutating func scan(
    _ text: [UInt8], blocks: [ByteRange], into hits: inout [Hit]
  ) throws(ScanFailure) {
    let firstHit = hits.count
    let whole = [ByteRange(0, text.count)]
    try scan(text, blocks, rules.ruleTables, within: whole, into: &hits)
    try scanGuards(text, blocks: blocks, within: whole, from: firstHit, into: &hits)
  }

  /// The hits of all rules, and of those guards that need the whole text: what `scan` gives less
  /// what `scanGuards` gives.
  ///
  /// Most texts have few rule hits, and a guard speaks only about what it touches.
  ///
  /// - Throws: as `scan`.
  package mutating func scanRules(
    _ text: [UInt8], blocks: [ByteRange], into hits: inout [Hit]
  ) throws(ScanFailure) {
    try scan(text, blocks, rules.ruleTables, within: [ByteRange(0, text.count)], into: &hits)
  }

  /// The same for a text that is scanned piece by piece, in order: together the pieces give what
  /// `scanRules` gives for the whole, though a hit may come a piece late, with the word that calls for
  /// it; it then begins no farther back than `reachBack`. Guards may be scanned in between.
  ///
  /// - Parameters:
  ///   - piece: bytes of the text; each but the first begins where the one before ended. Matches are
  ///     followed past its end.
  ///   - origin: where the first piece began: nothing is looked for before.
  ///   - blocks: those of the piece at least, and of what lies less than `reachBack` before.
  /// - Throws: as `scan`.
  package mutating func scanRules(
    _ text: [UInt8], blocks: [ByteRange], piece: ByteRange, goingOnFrom origin: Int,
    into hits: inout [Hit]
  ) throws(ScanFailure) {
    try scan(
      text, blocks, rules.ruleTables, within: [piece], goingOnFrom: origin, into: &hits)
  }

  /// Bytes by which a hit may begin before the piece of the text with which it comes.
  package var reachBack: Int { rules.ruleTables.reachBack }

  /// Adds the hits of guards in some blocks to what `scanRules` gave: with all blocks, exactly what
  /// `scan` gives; otherwise the same but for guards in other blocks.
  ///
  /// - Parameters:
  ///   - ranges: whole blocks, ascending; the whole text when there are no blocks.
  ///   - firstHit: where this text's hits begin in `hits`; they are put in order.
  /// - Throws: as `scan`.
  package mutating func scanGuards(
    _ text: [UInt8], blocks: [ByteRange], within ranges: [ByteRange], from firstHit: Int = 0,
    into hits: inout [Hit]
  ) throws(ScanFailure) {
    let before = hits.count
    try scan(text, blocks, rules.guardTables, within: ranges, into: &hits)
    guard hits.count > before, before > firstHit else { return }
    hits[firstHit...].sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
  }

  private mutating func scan(
    _ text: [UInt8], _ blocks: [ByteRange], _ tables: ScanTables, within ranges: [ByteRange],
    goingOnFrom origin: Int? = nil, into hits: inout [Hit]
  ) throws(ScanFailure) {
    guard !tables.isEmpty, !ranges.isEmpty else { return }
    guard text.count <= Hit.mostBytes else {
      throw ScanFailure(rule: rules.rules.first?.identifier ?? "", offset: Hit.mostBytes)
    }
    try text.withUnsafeBufferPointer { bytes throws(ScanFailure) in
      // An empty text has no address, and no hit.
      guard !bytes.isEmpty, let start = bytes.baseAddress else { return }
      try blocks.withUnsafeBufferPointer { blocks throws(ScanFailure) in
        var loop = ScanLoop(memory, rules, tables, start, bytes, blocks)
        try loop.run(within: ranges, goingOnFrom: origin, into: &hits)
      }
    }
  }
}

/// A rule that gave up: the document is unread for it.
package struct ScanFailure: Error, Sendable, Equatable {
  package var rule: String
  /// Byte of the reading.
  package var offset: Int

  package init(rule: String, offset: Int) {
    self.rule = rule
    self.offset = offset
  }
}
