import ExpungeDetection
package import ExpungeJudgement

/// Which findings a redaction removes; each scope holds the one before it.
package enum RedactionScope: String, Sendable, CaseIterable {
  /// What blocks publication.
  case blocking
  /// And every direct identifier, however sure.
  case direct
  /// And every indirect one.
  case all

  /// Whether a finding is to be removed, looking at it alone.
  ///
  /// What a person has reviewed and kept stays. A finding that asks for nothing (`remedy` none) and a
  /// hidden layer are removed only when they block.
  package func includes(_ finding: Finding) -> Bool {
    if finding.status == .suppressed { return false }
    if finding.blocking { return true }
    if finding.remedy == .none || finding.label == .fileLayer { return false }
    return switch self {
    case .blocking: false
    case .direct: finding.label.isDirect
    case .all: true
    }
  }
}
