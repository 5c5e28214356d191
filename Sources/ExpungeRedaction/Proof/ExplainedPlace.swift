package import ExpungeDetection
package import ExpungeText

/// A place of the copy that judgement explained: what lies inside is no survivor, but is counted.
package struct ExplainedPlace: Sendable, Hashable {
  /// Bytes of the part's text.
  package let range: ByteRange
  /// What explains it: a guard's identifier, "suppressed", "outside-scope". Never a value.
  package let reason: String
  /// Where a finding of another kind explains it ("Kent", a place): the kind. A value removed under
  /// the same label is not explained by it. Nil explains every value.
  package let label: Label?

  package init(range: ByteRange, reason: String, label: Label? = nil) {
    self.range = range
    self.reason = reason
    self.label = label
  }
}
