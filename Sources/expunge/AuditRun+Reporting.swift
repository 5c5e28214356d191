import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

extension AuditRun {
  /// Carries out a plan, says on the terminal how far it is, and reports on it.
  ///
  /// - Parameter decide: what is known from before is marked here, document by document.
  /// - Throws: what the reporter throws.
  func report(
    _ plan: Plan, into reporter: inout some Reporter, progress: ProgressArguments,
    decide: (inout DocumentAudit) -> Void
  ) throws -> AuditSummary {
    Diagnostics.warn(ofSlowRulesIn: engine)
    var progress = progress.progress(total: plan.entries.count)
    var summary = AuditSummary()
    summary.excluded = plan.excluded
    try reporter.begin(engine.header)
    try run(plan) { item in
      var audit = item.examined.audit
      decide(&audit)
      summary.add(audit)
      summary.bytes += item.byteCount
      if Terminal.isOutput { progress.erase() }
      try reporter.document(audit)
      progress.advance(files: 1, bytes: item.byteCount)
    }
    progress.erase()
    summary.caseList = engine.options.caseList?.figures
    try reporter.end(summary)
    return summary
  }
}
