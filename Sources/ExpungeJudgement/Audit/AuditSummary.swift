package import ExpungeDetection

/// What a run came to.
package struct AuditSummary: Sendable, Equatable {
  package var documents = 0
  package var complete = 0
  package var words = 0
  package var bytes = 0
  package var blocking = 0
  /// Findings that a reviewed exemption leaves standing.
  package var suppressed = 0
  /// Findings that the baseline knows and nobody has reviewed.
  package var existing = 0
  /// Unread items that a review accepts by their content.
  package var acknowledged = 0
  package var findingsBySeverity: [Severity: Int] = [:]
  /// Files found and not asked for: symbolic links, by reason.
  package var excluded: [Excluded] = []
  /// What became of the case list's names; nil without a list.
  package var caseList: CaseListFigures?

  package init() {}

  package mutating func add(_ audit: DocumentAudit) {
    documents += 1
    if audit.complete { complete += 1 }
    words += audit.words
    acknowledged += audit.acknowledged.count
    for finding in audit.findings {
      findingsBySeverity[finding.severity, default: 0] += 1
      if finding.blocking { blocking += 1 }
      if finding.status == .suppressed { suppressed += 1 }
      if finding.status == .existing { existing += 1 }
    }
  }

  package var verdict: Verdict {
    Verdict(blocking: blocking, incomplete: documents - complete)
  }
}
