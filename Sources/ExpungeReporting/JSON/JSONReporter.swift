import ExpungeDetection
import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// The report for programs: `Reports/Schemas/audit-1.schema.json`, written while the run goes on.
///
/// Keys stand in the order of the schema. Each document, and each finding, begins a line, so that two
/// reports can be compared by lines and a large one can be searched by them.
package struct JSONReporter: Reporter {
  private let reveal: Reveal?
  private let paths: PathStyle
  private let sink: ByteSink
  var json = JSONWriter()
  private var notLookedFor: [UncheckedClass] = []
  private var number = 0

  package init(reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.reveal = reveal
    self.paths = paths
    self.sink = sink
  }

  package mutating func begin(_ header: AuditHeader) throws {
    notLookedFor = header.notLookedFor
    json.beginObject()
    json.member("schema", "expunge/audit/1")
    json.key("tool", onNewLine: true)
    json.beginObject()
    json.member("name", "expunge")
    json.member("version", header.toolVersion)
    json.endObject()
    json.key("rules", onNewLine: true)
    json.beginObject()
    json.member("hash", header.rulesHash)
    json.key("packs")
    json.beginArray()
    for pack in header.packs {
      json.beginObject(onNewLine: true)
      json.member("id", pack.identifier)
      json.member("version", pack.version)
      json.member("sha256", pack.sha256)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.key("profile", onNewLine: true)
    json.string(header.profile)
    json.key("at", onNewLine: true)
    if let at = header.at { json.string(at) } else { json.null() }
    json.key("failOn", onNewLine: true)
    json.string(header.failOn.name)
    json.key("only", onNewLine: true)
    json.beginArray()
    for only in header.only { json.string(only) }
    json.endArray()
    if let settings = header.settings {
      json.key("settings", onNewLine: true)
      json.beginObject()
      json.member("file", settings.name)
      json.member("sha256", settings.sha256)
      json.endObject()
    }
    json.key("documents", onNewLine: true)
    json.beginArray()
    try flush(from: Self.bufferBytes)
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    number += 1
    let document = MaskedDocument(audit, reveal: reveal)
    json.beginObject(onNewLine: true)
    json.member("path", isMasked ? MaskedPath(audit).shown(audit.path, number: number) : audit.path)
    json.member("format", audit.document?.format.rawValue)
    if let identifier = audit.inputIdentifier { json.member("inputId", identifier) }
    if let sha256 = audit.sha256 { json.member("sha256", sha256) }
    json.member("complete", audit.complete)
    json.key("unread")
    json.beginArray()
    for unread in audit.unread { write(unread) }
    json.endArray()
    json.key("findings")
    json.beginArray()
    for finding in audit.findings {
      write(finding, in: document)
      try flush(from: Self.bufferBytes)
    }
    json.endArray()
    if !audit.markers.isEmpty {
      json.key("markers")
      json.beginArray()
      for marker in audit.markers { write(marker, in: document) }
      json.endArray()
    }
    json.endObject()
    try flush(from: Self.bufferBytes)
  }

  package mutating func end(_ summary: AuditSummary) throws {
    json.endArray()
    json.key("summary", onNewLine: true)
    json.beginObject()
    json.member("documents", summary.documents)
    json.member("complete", summary.complete)
    json.member("words", summary.words)
    json.member("bytes", summary.bytes)
    json.member("blocking", summary.blocking)
    json.member("suppressed", summary.suppressed)
    json.member("existing", summary.existing)
    json.key("bySeverity")
    json.beginObject()
    for severity in Severity.allCases.reversed() {
      json.member(severity.name, summary.findingsBySeverity[severity] ?? 0)
    }
    json.endObject()
    json.key("notLookedFor")
    json.beginArray()
    for item in notLookedFor {
      json.beginObject(onNewLine: true)
      json.member("class", item.code)
      json.member("title", item.title)
      json.member("partly", item.partly)
      json.endObject()
    }
    json.endArray()
    json.key("excluded")
    json.beginArray()
    for (index, item) in summary.excluded.enumerated() {
      json.beginObject(onNewLine: true)
      json.member(
        "path",
        isMasked
          ? MaskedPath(item).shown(item.path, number: index + 1, noun: "excluded file")
          : item.path)
      json.member("reason", item.reason)
      json.endObject()
      try flush(from: Self.bufferBytes)
    }
    json.endArray()
    json.member("exitCode", Int(summary.verdict.exitCode))
    json.endObject()
    json.endObject()
    json.endLine()
    try flush()
  }
}

// MARK: - Pieces

extension JSONReporter {
  private var isMasked: Bool { reveal == nil && paths == .masked }

  private mutating func write(_ unread: Unread) {
    json.beginObject()
    json.member("part", unread.part)
    json.member("reason", unread.reason)
    if let limit = unread.limit { json.member("limit", limit) }
    json.endObject()
  }

  private mutating func write(_ finding: Finding, in document: MaskedDocument) {
    json.beginObject(onNewLine: true)
    json.member("id", finding.id)
    json.member("place", finding.place)
    if let value = finding.value { json.member("value", value) }
    json.member("rule", finding.rule)
    json.member("class", finding.classCode)
    json.member("label", finding.label.rawValue)
    json.member("severity", finding.severity.name)
    json.key("confidence")
    json.hundredths(min(max(finding.confidence, 0), 100))
    json.member("blocking", finding.blocking)
    json.member("status", finding.status.rawValue)
    json.member("subject", finding.subject)
    json.member("remedy", finding.remedy.rawValue)
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
      json.member("role", related.role.rawValue)
      json.key("location")
      write(related.location, in: document)
      json.endObject()
    }
    json.endArray()
    json.member("text", document.text(of: finding))
    json.member("suggestion", finding.suggestion)
    json.key("explanation")
    json.beginArray()
    for evidence in finding.evidence {
      json.beginObject()
      json.member("code", evidence.code.rawValue)
      if !evidence.subject.isEmpty { json.member("about", evidence.subject) }
      json.member("words", evidence.words)
      json.member("weight", evidence.weight)
      json.endObject()
    }
    json.endArray()
    if let suppression = finding.suppression { write(suppression, in: document) }
    json.endObject()
  }

  mutating func write(_ location: Location, in document: MaskedDocument) {
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
    json.member("part", part.name)
    json.member("visibility", part.visibility.rawValue)
    json.member("section", document.sectionTitle(at: location))
    json.member("line", position.line)
    json.member("column", position.column)
    member("utf8", range)
    member("utf16", ByteRange(start.utf16, end.utf16))
    member("codePoints", ByteRange(start.scalars, end.scalars))
    if let source = part.source.span(of: range) { member("source", source) }
    json.endObject()
  }

  private mutating func member(_ key: String, _ range: ByteRange) {
    json.key(key)
    json.beginObject()
    json.member("start", range.start)
    json.member("end", range.end)
    json.endObject()
  }

  private mutating func flush(from least: Int = 1) throws {
    if json.count >= least { try sink(json.take()) }
  }

  /// Bytes that make a write worth its while.
  private static let bufferBytes = 1 << 16
}
