import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// Prints what files are made of, for programs: `Reports/Schemas/inspect-1.schema.json`.
package struct InspectionJSON {
  private let sink: ByteSink
  private var paths: ShownPaths
  private var json = JSONWriter()
  private var incomplete = 0

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    self.sink = sink
  }

  /// Comes first and once.
  package mutating func begin(_ header: AuditHeader) {
    json.beginObject()
    json.member("schema", "expunge/inspect/1")
    json.key("tool", onNewLine: true)
    json.beginObject()
    json.member("name", "expunge")
    json.member("version", header.toolVersion)
    json.endObject()
    json.key("documents", onNewLine: true)
    json.beginArray()
  }

  /// - Throws: what the sink throws.
  package mutating func write(_ inspection: FileInspection) throws {
    let audit = inspection.audit
    if !audit.complete { incomplete += 1 }
    json.beginObject(onNewLine: true)
    json.member("path", paths.next(audit))
    json.member("format", audit.document?.format.rawValue)
    json.member("bytes", inspection.bytes)
    if let contents = audit.document?.contents {
      json.member("innerFiles", contents.entries.count)
      json.member("innerBytes", contents.bytes.count)
    }
    json.member("complete", audit.complete)
    json.key("layers")
    json.beginArray()
    for layer in inspection.layers {
      json.beginObject(onNewLine: true)
      json.member("name", layer.name)
      json.member("kind", layer.kind.rawValue)
      json.member("visibility", layer.visibility.rawValue)
      json.member("parts", layer.parts)
      json.member("characters", layer.characters)
      json.member("words", layer.words)
      json.endObject()
    }
    json.endArray()
    json.key("facts", onNewLine: true)
    json.beginObject()
    for (fact, count) in inspection.facts { json.member(fact.key, count) }
    json.endObject()
    json.key("goesByRule", onNewLine: true)
    json.beginObject()
    for (kind, count) in inspection.goesByRule { json.member(kind.key, count) }
    json.endObject()
    json.key("unread", onNewLine: true)
    json.beginArray()
    for unread in audit.unread { json.write(unread) }
    json.endArray()
    json.key("acknowledged", onNewLine: true)
    json.beginArray()
    for item in audit.acknowledged { json.object { $0.writeMembers(of: item) } }
    json.endArray()
    json.endObject()
    try json.handOn(to: sink)
  }

  /// Comes last and once.
  package mutating func end() throws {
    json.endArray()
    json.key("incomplete", onNewLine: true)
    json.integer(incomplete)
    json.endObject()
    json.endLine()
    try json.handOn(to: sink, from: 1)
  }
}
