import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// The report for programs: `Reports/Schemas/audit-1.schema.json`, written while the run goes on.
///
/// Keys stand in the order of the schema. Each document, and each finding, begins a line, so that two
/// reports can be compared by lines and a large one can be searched by them.
package struct JSONReporter: Reporter {
  private let reveal: Reveal?
  private let paths: PathStyle
  private var json: JSONWriter
  private var notLookedFor: [UncheckedClass] = []
  private var number = 0

  package init(reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.reveal = reveal
    self.paths = paths
    json = JSONWriter(sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws {
    notLookedFor = header.notLookedFor
    json.beginObject()
    member("schema", "expunge/audit/1")
    json.key("tool", onNewLine: true)
    json.beginObject()
    member("name", "expunge")
    member("version", header.toolVersion)
    json.endObject()
    json.key("rules", onNewLine: true)
    json.beginObject()
    member("hash", header.rulesHash)
    json.key("packs")
    json.beginArray()
    for pack in header.packs {
      json.beginObjectOnNewLine()
      member("id", pack.identifier)
      member("version", pack.version)
      member("sha256", pack.sha256)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.key("profile", onNewLine: true)
    json.string(header.profile)
    json.key("at", onNewLine: true)
    stringOrNull(header.at)
    json.key("failOn", onNewLine: true)
    json.string(header.failOn.name)
    json.key("only", onNewLine: true)
    json.beginArray()
    for only in header.only { json.string(only) }
    json.endArray()
    json.key("documents", onNewLine: true)
    json.beginArray()
    try json.flushWhenFull()
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    number += 1
    let document = MaskedDocument(audit, reveal: reveal)
    json.beginObjectOnNewLine()
    member("path", isMasked ? MaskedPath(audit).shown(audit.path, number: number) : audit.path)
    json.key("format")
    stringOrNull(audit.document?.format.rawValue)
    if let identifier = audit.inputIdentifier { member("inputId", identifier) }
    if let sha256 = audit.sha256 { member("sha256", sha256) }
    json.key("complete")
    json.boolean(audit.complete)
    json.key("unread")
    json.beginArray()
    for unread in audit.unread { write(unread) }
    json.endArray()
    json.key("findings")
    json.beginArray()
    for finding in audit.findings {
      write(finding, in: document)
      try json.flushWhenFull()
    }
    json.endArray()
    json.endObject()
    try json.flushWhenFull()
  }

  package mutating func end(_ summary: AuditSummary) throws {
    json.endArray()
    json.key("summary", onNewLine: true)
    json.beginObject()
    member("documents", summary.documents)
    member("complete", summary.complete)
    member("words", summary.words)
    member("bytes", summary.bytes)
    member("blocking", summary.blocking)
    json.key("bySeverity")
    json.beginObject()
    for severity in Severity.allCases.reversed() {
      member(severity.name, summary.findingsBySeverity[severity] ?? 0)
    }
    json.endObject()
    json.key("notLookedFor")
    json.beginArray()
    for item in notLookedFor {
      json.beginObjectOnNewLine()
      member("class", item.code)
      member("title", item.title)
      json.key("partly")
      json.boolean(item.partly)
      json.endObject()
    }
    json.endArray()
    json.key("excluded")
    json.beginArray()
    for (index, item) in summary.excluded.enumerated() {
      json.beginObjectOnNewLine()
      member(
        "path",
        isMasked
          ? MaskedPath(item).shown(item.path, number: index + 1, noun: "excluded file")
          : item.path)
      member("reason", item.reason)
      json.endObject()
      try json.flushWhenFull()
    }
    json.endArray()
    member("exitCode", Int(summary.verdict.exitCode))
    json.endObject()
    json.endObject()
    json.endLine()
    try json.flush()
  }
}

// MARK: - Pieces

extension JSONReporter {
  private var isMasked: Bool { reveal == nil && paths == .masked }

  private mutating func write(_ unread: Unread) {
    json.beginObject()
    json.key("part")
    stringOrNull(unread.part)
    member("reason", unread.reason)
    if let limit = unread.limit { member("limit", limit) }
    json.endObject()
  }

  private mutating func write(_ finding: Finding, in document: MaskedDocument) {
    json.beginObjectOnNewLine()
    member("id", finding.id)
    member("place", finding.place)
    if let value = finding.value { member("value", value) }
    member("rule", finding.rule)
    member("class", finding.classCode)
    member("label", finding.label.rawValue)
    member("severity", finding.severity.name)
    json.key("confidence")
    json.hundredths(min(max(finding.confidence, 0), 100))
    json.key("blocking")
    json.boolean(finding.blocking)
    member("status", finding.status.rawValue)
    member("subject", finding.subject)
    member("remedy", finding.remedy.rawValue)
    json.key("location")
    if let location = finding.location, document.part(location.part) != nil {
      write(location, in: document)
    } else {
      json.null()
    }
    json.key("related")
    json.beginArray()
    for related in finding.related where document.part(related.location.part) != nil {
      json.beginObject()
      member("role", related.role.rawValue)
      json.key("location")
      write(related.location, in: document)
      json.endObject()
    }
    json.endArray()
    member("text", document.text(of: finding))
    member("suggestion", finding.suggestion)
    json.key("explanation")
    json.beginArray()
    for evidence in finding.evidence {
      json.beginObject()
      member("code", evidence.code.rawValue)
      if !evidence.subject.isEmpty { member("about", evidence.subject) }
      member("words", evidence.words)
      member("weight", evidence.weight)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ location: Location, in document: MaskedDocument) {
    guard let part = document.part(location.part) else {
      json.null()
      return
    }
    let range = location.range
    let units = document.unitIndex(of: location.part)
    let start = units.units(before: range.start)
    let end = units.units(before: range.end)
    let position = document.position(of: range.start, in: location.part)
    json.beginObject()
    member("part", part.name)
    member("visibility", part.visibility.rawValue)
    json.key("section")
    stringOrNull(document.sectionTitle(at: location))
    member("line", position.line)
    member("column", position.column)
    member("utf8", range)
    member("utf16", ByteRange(start.utf16, end.utf16))
    member("codePoints", ByteRange(start.scalars, end.scalars))
    if let source = part.source.span(of: range) { member("source", source) }
    json.endObject()
  }

  private mutating func member(_ key: String, _ text: String) {
    json.key(key)
    json.string(text)
  }

  private mutating func member(_ key: String, _ number: Int) {
    json.key(key)
    json.integer(number)
  }

  private mutating func member(_ key: String, _ range: ByteRange) {
    json.key(key)
    json.beginObject()
    member("start", range.start)
    member("end", range.end)
    json.endObject()
  }

  private mutating func stringOrNull(_ text: String?) {
    if let text { json.string(text) } else { json.null() }
  }
}
