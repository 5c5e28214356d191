import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// One JSON object a line: `Reports/Schemas/audit-lines-1.schema.json`, for pipelines and log stores.
///
/// The run first, then each document followed by its findings, what was not asked for, the summary. It
/// holds no value and no word of a document, whoever asks.
package struct JSONLinesReporter: Reporter {
  private let sink: ByteSink
  private var paths: ShownPaths
  private var json = JSONWriter()
  private var notLookedFor: [UncheckedClass] = []

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    self.sink = sink
  }

  package mutating func begin(_ header: AuditHeader) throws {
    notLookedFor = header.notLookedFor
    try line("run") { json in
      json.member("schema", "expunge/audit-lines/1")
      json.writeMembers(of: header, linewise: false)
    }
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    let path = paths.next(audit)
    let findings = FindingJSON(document: MaskedDocument(audit), showsWords: false)
    try line("document") { json in
      json.writeMembers(of: audit, path: path)
      json.member("findings", audit.findings.count)
      json.member("blocking", audit.blockingCount)
    }
    for finding in audit.findings {
      try line("finding") { json in
        json.member("path", path)
        findings.writeMembers(of: finding, to: &json)
      }
    }
    for marker in audit.markers {
      try line("marker") { json in
        json.member("path", path)
        findings.writeMembers(of: marker, to: &json)
      }
    }
  }

  package mutating func end(_ summary: AuditSummary) throws {
    for (index, item) in summary.excluded.enumerated() {
      let path = paths.excluded(item, at: index)
      try line("excluded") { json in
        json.member("path", path)
        json.member("reason", item.reason)
      }
    }
    let notLookedFor = notLookedFor
    try line("summary") { json in
      json.writeCounts(of: summary)
      json.write(notLookedFor, linewise: false)
      json.member("exitCode", Int(summary.verdict.exitCode))
    }
    try json.handOn(to: sink, from: 1)
  }

  private mutating func line(_ type: String, _ body: (inout JSONWriter) -> Void) throws {
    json.beginObject()
    json.member("type", type)
    body(&json)
    json.endObject()
    json.endLine()
    try json.handOn(to: sink)
  }
}
