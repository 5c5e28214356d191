import ExpungeDetection
import ExpungeText

/// The candidates that gave a name away, by their positions: what mentions elsewhere refer to.
struct NameSources {
  struct Source {
    var rule: RuleIdentity
    var leak: Rule.Leak
    var confidence: Int
    var part: Int
    /// Bytes of the part's reading.
    var range: ByteRange
    /// The profile's entry that leaves such people named, if one does.
    var namedOnPurpose: Int?
  }

  private var sources: [Int: Source] = [:]

  subscript(position: Int) -> Source? { sources[position] }

  mutating func add(_ candidate: Candidate, namedOnPurpose: Int?) {
    sources[candidate.position] = Source(
      rule: candidate.rule, leak: candidate.leak, confidence: candidate.confidence,
      part: candidate.part, range: candidate.range, namedOnPurpose: namedOnPurpose)
  }
}
