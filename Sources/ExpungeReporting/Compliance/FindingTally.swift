import ExpungeDetection
import ExpungeJudgement

/// How many findings there are of something, and what becomes of them.
struct FindingTally: Sendable, Equatable {
  /// Documents in which there is one.
  var documents = 0
  var findings = 0
  var blocking = 0
  /// Known from before, and reviewed by nobody.
  var existing = 0
  /// Left standing by a reviewed exemption.
  var exempt = 0
  var bySeverity: [Severity: Int] = [:]

  mutating func add(_ finding: Finding) {
    findings += 1
    bySeverity[finding.severity, default: 0] += 1
    if finding.blocking { blocking += 1 }
    switch finding.status {
    case .existing: existing += 1
    case .suppressed: exempt += 1
    case .new, .expired: break
    }
  }
}
