package import ExpungeText

/// What one rule or guard found, independently of every other: plain integers, never text.
package struct Hit: Sendable, Hashable {
  /// Index into the rule set.
  package var rule: Int32
  /// What the validator said; `.none` where the rule has none.
  package var grade: Grade
  /// The core (group `value`, or the whole match), in bytes of the reading.
  package var start: Int
  package var end: Int
  /// The whole match, in bytes of the reading.
  package var matchStart: Int
  package var matchEnd: Int

  package init(
    rule: Int32, grade: Grade, start: Int, end: Int, matchStart: Int, matchEnd: Int
  ) {
    self.rule = rule
    self.grade = grade
    self.start = start
    self.end = end
    self.matchStart = matchStart
    self.matchEnd = matchEnd
  }

  package var range: ByteRange { ByteRange(start, end) }
}

/// How a validator judged a value.
package enum Grade: UInt8, Sendable, CaseIterable {
  /// The rule has no validator.
  case none
  /// The check holds; never proof by itself.
  case pass
  /// The check cannot tell, or holds only in part.
  case weak
  case fail
}
