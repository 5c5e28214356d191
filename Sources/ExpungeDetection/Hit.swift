package import ExpungeText

/// What one rule or guard found, independently of every other: plain integers, never text.
package struct Hit: Sendable, Hashable {
  /// Index into the rule set.
  package var rule: Int32
  /// What the validator said; `.none` where the rule has none.
  package var grade: Grade
  // Half the size of whole words: a long text has hundreds of thousands of hits.
  private var coreStart: UInt32
  private var coreEnd: UInt32
  private var wholeStart: UInt32
  private var wholeEnd: UInt32

  /// The most bytes of a text that hits can speak of; a scanner refuses longer ones.
  package static let mostBytes = Int(UInt32.max)

  /// - Precondition: offsets of a text of no more than `mostBytes`.
  package init(
    rule: Int32, grade: Grade, start: Int, end: Int, matchStart: Int, matchEnd: Int
  ) {
    self.rule = rule
    self.grade = grade
    coreStart = UInt32(start)
    coreEnd = UInt32(end)
    wholeStart = UInt32(matchStart)
    wholeEnd = UInt32(matchEnd)
  }

  /// The core (group `value`, or the whole match), in bytes of the reading.
  package var start: Int { Int(coreStart) }
  package var end: Int { Int(coreEnd) }
  /// The whole match, in bytes of the reading.
  package var matchStart: Int { Int(wholeStart) }
  package var matchEnd: Int { Int(wholeEnd) }

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
