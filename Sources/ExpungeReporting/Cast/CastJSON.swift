import ExpungeCast
import ExpungeDetection
import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// Prints a document's cast for programs: `Reports/Schemas/cast-1.schema.json`.
package struct CastJSON {
  private let reveal: Reveal?
  private let paths: PathStyle
  private let sink: ByteSink
  private var json = JSONWriter()

  package init(reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.reveal = reveal
    self.paths = paths
    self.sink = sink
  }

  /// - Throws: what the sink throws.
  package mutating func write(_ summary: CastSummary, header: AuditHeader) throws {
    let document = MaskedDocument(summary.audit, reveal: reveal)
    json.beginObject()
    json.member("schema", "expunge/cast/1")
    json.key("tool", onNewLine: true)
    json.beginObject()
    json.member("name", "expunge")
    json.member("version", header.toolVersion)
    json.endObject()
    json.key("profile", onNewLine: true)
    json.string(header.profile)
    json.key("path", onNewLine: true)
    json.string(
      reveal == nil && paths == .masked
        ? MaskedPath(summary.audit).shown(summary.audit.path, number: 1) : summary.audit.path)
    json.member("complete", summary.audit.complete)
    json.key("pseudonyms", onNewLine: true)
    json.beginArray()
    for person in summary.people { write(person, in: document) }
    json.endArray()
    json.key("people", onNewLine: true)
    json.beginArray()
    for person in summary.named {
      json.beginObject(onNewLine: true)
      json.member(
        "name", reveal == nil ? "[NAME \(person.number)]" : document.text(of: person.finding))
      json.member("subject", person.subject)
      json.member("pseudonym", person.pseudonym)
      write(person.mentions, "mentions", in: document)
      json.endObject()
    }
    json.endArray()
    json.key("findings", onNewLine: true)
    json.beginArray()
    for finding in summary.breaches { write(finding, in: document) }
    json.endArray()
    json.endObject()
    json.endLine()
    try sink(json.take())
  }

  private mutating func write(_ person: CastSummary.Person, in document: MaskedDocument) {
    json.beginObject(onNewLine: true)
    json.member("name", person.name)
    json.member("form", person.form)
    json.member("who", person.words)
    json.member("gender", person.gender == .unknown ? nil : person.gender.name)
    json.member("complainant", person.isComplainant)
    json.member("relatedTo", person.relatedTo)
    json.key("introductions")
    json.beginArray()
    for introduction in person.introductions {
      json.beginObject()
      json.member("manner", introduction.manner)
      json.key("location")
      write(introduction.location, in: document)
      json.endObject()
    }
    json.endArray()
    write(person.mentions, "mentions", in: document)
    json.endObject()
  }

  private mutating func write(_ finding: Finding, in document: MaskedDocument) {
    json.beginObject(onNewLine: true)
    json.member("id", finding.id)
    json.member("rule", finding.rule)
    json.member("class", finding.classCode)
    json.member("severity", finding.severity.name)
    json.key("confidence")
    json.hundredths(min(max(finding.confidence, 0), 100))
    json.member("blocking", finding.blocking)
    json.key("location")
    if let location = finding.location { write(location, in: document) } else { json.null() }
    json.key("related")
    json.beginArray()
    for related in finding.related {
      json.beginObject()
      json.member("role", related.role.rawValue)
      json.key("location")
      write(related.location, in: document)
      json.endObject()
    }
    json.endArray()
    json.member("text", document.text(of: finding))
    json.member(
      "words", finding.evidence.filter { $0.code != .floor }.map(\.words).joined(separator: " "))
    json.member("suggestion", finding.suggestion)
    json.endObject()
  }

  private mutating func write(
    _ locations: [Location], _ key: String, in document: MaskedDocument
  ) {
    json.key(key)
    json.beginArray()
    for location in locations { write(location, in: document) }
    json.endArray()
  }

  private mutating func write(_ location: Location, in document: MaskedDocument) {
    let position = document.position(of: location.range.start, in: location.part)
    json.beginObject()
    json.member("part", document.part(location.part)?.name)
    json.member("line", position.line)
    json.member("column", position.column)
    json.key("utf8")
    json.beginObject()
    json.member("start", location.range.start)
    json.member("end", location.range.end)
    json.endObject()
    json.endObject()
  }
}
