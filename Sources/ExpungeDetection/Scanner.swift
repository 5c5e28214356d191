package import ExpungeText

/// One worker's engine: owns its scratch memory and finds every hit of a rule set in a text.
package struct Scanner: ~Copyable {
  package let rules: RuleSet

  package init(rules: RuleSet) { self.rules = rules }

  /// Every hit of every rule, ascending by start within a rule.
  ///
  /// Equal, hit for hit, to one independent left-to-right pass of each rule: a match that its
  /// validator rejects, or that crosses the end of a block without leave, resumes one byte after
  /// its start; an accepted one resumes at its end. Linear in the text.
  ///
  /// - Parameters:
  ///   - text: a reading; valid UTF-8.
  ///   - blocks: blocks of the reading, ascending; a match may not reach over the end of one.
  /// - Throws: `ScanFailure` when a rule gave up at its match limit: never "no match".
  package mutating func scan(
    _ text: [UInt8], blocks: [ByteRange], into hits: inout [Hit]
  ) throws(ScanFailure) {
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
