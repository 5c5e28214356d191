import ExpungeDetection
import ExpungeText

/// A finding in the making: a hit with what has spoken for and against it so far.
struct Candidate {
  /// Where it came from.
  enum Origin: Equatable {
    case rule
    /// A stage that weighs evidence found it, without a rule.
    case scorer
    /// Another mention of a name that was given away; the position of that candidate.
    case propagated(from: Int)
  }

  var rule: RuleIdentity
  var leak: Rule.Leak
  var origin: Origin
  var part: Int
  /// Bytes of the reading.
  var range: ByteRange
  var severity: Severity
  var confidence: Int
  var evidence: [Evidence]
  /// Position in the list of all candidates of the document.
  var position = 0
  var subject = 0

  mutating func weigh(_ code: Evidence.Code, _ subject: String, _ words: String, _ weight: Int) {
    // Nothing is certain: what would go further counts no more, so that the weights add up.
    let heard = min(99, max(1, confidence + weight)) - confidence
    evidence.append(Evidence(code: code, subject: subject, words: words, weight: heard))
    confidence += heard
  }
}
