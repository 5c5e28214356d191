import ExpungeDetection
import ExpungeJSON
import ExpungeJudgement
import ExpungeText

/// Writes findings and what belongs to them as the JSON reports do.
struct FindingJSON {
  let document: MaskedDocument
  /// Whether the document's own words may stand there, masked: headings, reasons of its markers.
  let showsWords: Bool

  /// The members of a finding's object.
  func writeMembers(of finding: Finding, to json: inout JSONWriter) {
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
      write(location, to: &json)
    } else {
      json.null()
    }
    json.key("related")
    json.beginArray()
    for related in finding.related where document.part(related.location.part) != nil {
      json.beginObject()
      json.member("role", related.role.rawValue)
      json.key("location")
      write(related.location, to: &json)
      json.endObject()
    }
    json.endArray()
    json.member(
      "text",
      showsWords ? document.text(of: finding) : MaskedDocument.placeholder(finding.label))
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
    if let suppression = finding.suppression { write(suppression, to: &json) }
  }

  func write(_ location: Location, to json: inout JSONWriter) {
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
    if showsWords { json.member("section", document.sectionTitle(at: location)) }
    json.member("line", position.line)
    json.member("column", position.column)
    write("utf8", range, to: &json)
    write("utf16", ByteRange(start.utf16, end.utf16), to: &json)
    write("codePoints", ByteRange(start.scalars, end.scalars), to: &json)
    if document.audit.document?.mapsToFile == true, let source = part.source.span(of: range) {
      write("source", source, to: &json)
    }
    json.endObject()
  }

  private func write(_ key: String, _ range: ByteRange, to json: inout JSONWriter) {
    json.key(key)
    json.beginObject()
    json.member("start", range.start)
    json.member("end", range.end)
    json.endObject()
  }

  /// The exemption that speaks about a finding, whether it holds or not.
  private func write(_ suppression: Suppression, to json: inout JSONWriter) {
    json.key("suppressed")
    json.beginObject()
    json.member("scope", suppression.scope.rawValue)
    json.member("state", suppression.state.rawValue)
    if let reason = shown(suppression.reason) { json.member("reason", reason) }
    if let approver = suppression.approver.flatMap(shown) { json.member("approver", approver) }
    if let until = suppression.until { json.member("until", until.description) }
    json.endObject()
  }

  private func shown(_ words: Suppression.Words) -> String? {
    switch words {
    case .text: document.text(of: words)
    case .place: showsWords ? document.text(of: words) : nil
    }
  }

  /// The members of a marker's object.
  func writeMembers(of marker: InlineMarker, to json: inout JSONWriter) {
    json.member("state", marker.state.rawValue)
    json.member("rule", marker.rule)
    json.member("exempted", marker.exempted)
    json.key("location")
    write(marker.location, to: &json)
    if showsWords, let reason = marker.reason {
      json.member("reason", document.maskedText(of: reason))
    }
    if showsWords, let approver = marker.approver {
      json.member("approver", document.maskedText(of: approver))
    }
    if let until = marker.until { json.member("until", until.description) }
  }
}
