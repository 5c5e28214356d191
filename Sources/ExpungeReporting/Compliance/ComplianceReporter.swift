package import ExpungeJudgement

/// The report that a data-protection officer signs, in one form or several, written when the run ends.
package struct ComplianceReporter: Reporter {
  private var fold: ComplianceFold
  private let outputs: [(format: ComplianceFormat, sink: ByteSink)]

  /// - Parameters:
  ///   - outputs: each form, and where its bytes go.
  package init(
    _ knowledge: ComplianceKnowledge, paths: PathStyle,
    outputs: [(format: ComplianceFormat, sink: ByteSink)]
  ) {
    fold = ComplianceFold(knowledge, paths: paths)
    self.outputs = outputs
  }

  package mutating func begin(_ header: AuditHeader) throws { fold.begin(header) }

  package mutating func document(_ audit: DocumentAudit) throws { fold.add(audit) }

  package mutating func end(_ summary: AuditSummary) throws {
    guard let report = fold.report(summary) else { return }
    for output in outputs { try output.sink(output.format.text(of: report)) }
  }
}
