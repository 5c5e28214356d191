import ExpungeDetection
import ExpungeText

/// A stretch of text that a scorer takes for a leak, with all that it weighed.
struct ScoredSpan {
  /// What findings of it are called.
  var rule: RuleIdentity
  /// Class, label, severity before the profile, remedy, the guards it yields to, whether it propagates;
  /// its `confidence` and `context` are not looked at.
  var leak: Rule.Leak
  /// Index into the document's parts.
  var part: Int
  /// Bytes of the part's reading.
  var range: ByteRange
  /// Chance in a hundred that it is true, 1 to 99: the sum of the evidence's weights.
  var confidence: Int
  /// What spoke for and against it, in sentences without values.
  var evidence: [Evidence]
}
