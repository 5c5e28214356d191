import ExpungeJudgement
package import ExpungeReporting

/// Reads files and says what they are made of.
package struct InspectRun {
  private let run: AuditRun

  package init(run: AuditRun) { self.run = run }

  /// Inspects everything that the paths stand for, in order.
  ///
  /// A file is audited as for `scan`: only so are its name and what is unread of it known.
  /// - Returns: whether everything was read, or is accepted unread.
  /// - Throws: `ConfigurationError`; what `report` throws.
  package func inspect(_ paths: [String], report: (FileInspection) throws -> Void) throws -> Bool {
    var isComplete = true
    try run.run(run.plan(paths)) { item in
      if !item.examined.audit.complete { isComplete = false }
      try report(
        FileInspection(item.examined.audit, bytes: item.byteCount, words: WordCount.of))
    }
    return isComplete
  }
}
