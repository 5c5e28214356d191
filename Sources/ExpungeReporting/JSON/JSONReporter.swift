import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// The report for programs: `Reports/Schemas/audit-1.schema.json`, written while the run goes on.
///
/// Keys stand in the order of the schema. Each document, and each finding, begins a line, so that two
/// reports can be compared by lines and a large one can be searched by them.
package struct JSONReporter: Reporter {
  private let reveal: Reveal?
  private let sink: ByteSink
  private var paths: ShownPaths
  private var json = JSONWriter()
  private var notLookedFor: [UncheckedClass] = []

  package init(reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.reveal = reveal
    self.paths = ShownPaths(reveal == nil ? paths : .real)
    self.sink = sink
  }

  package mutating func begin(_ header: AuditHeader) throws {
    notLookedFor = header.notLookedFor
    json.beginObject()
    json.member("schema", "expunge/audit/1")
    json.writeMembers(of: header, linewise: true)
    json.key("documents", onNewLine: true)
    json.beginArray()
    try json.handOn(to: sink)
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    let document = MaskedDocument(audit, reveal: reveal)
    let findings = FindingJSON(document: document, showsWords: true)
    json.beginObject(onNewLine: true)
    json.writeMembers(of: audit, path: paths.next(audit))
    json.key("findings")
    json.beginArray()
    for finding in audit.findings {
      json.beginObject(onNewLine: true)
      findings.writeMembers(of: finding, to: &json)
      json.endObject()
      try json.handOn(to: sink)
    }
    json.endArray()
    if !audit.markers.isEmpty {
      json.key("markers")
      json.beginArray()
      for marker in audit.markers {
        json.beginObject(onNewLine: true)
        findings.writeMembers(of: marker, to: &json)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    try json.handOn(to: sink)
  }

  package mutating func end(_ summary: AuditSummary) throws {
    json.endArray()
    json.key("summary", onNewLine: true)
    json.beginObject()
    json.writeCounts(of: summary)
    json.write(notLookedFor, linewise: true)
    json.key("excluded")
    json.beginArray()
    for (index, item) in summary.excluded.enumerated() {
      json.beginObject(onNewLine: true)
      json.member("path", paths.excluded(item, at: index))
      json.member("reason", item.reason)
      json.endObject()
      try json.handOn(to: sink)
    }
    json.endArray()
    json.member("exitCode", Int(summary.verdict.exitCode))
    json.endObject()
    json.endObject()
    json.endLine()
    try json.handOn(to: sink, from: 1)
  }
}
