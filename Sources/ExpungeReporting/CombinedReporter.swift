package import ExpungeJudgement

/// Several reports of one run, written side by side.
package struct CombinedReporter: Reporter {
  private var reporters: [any Reporter]

  package init(_ reporters: [any Reporter]) { self.reporters = reporters }

  package mutating func begin(_ header: AuditHeader) throws {
    for index in reporters.indices { try reporters[index].begin(header) }
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    for index in reporters.indices { try reporters[index].document(audit) }
  }

  package mutating func end(_ summary: AuditSummary) throws {
    for index in reporters.indices { try reporters[index].end(summary) }
  }
}
