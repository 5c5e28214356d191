import ExpungeJSON
import ExpungeJudgement
import ExpungeText

extension JSONReporter {
  /// The exemption that speaks about a finding, whether it holds or not.
  mutating func write(_ suppression: Suppression, in document: MaskedDocument) {
    json.key("suppressed")
    json.beginObject()
    json.member("scope", suppression.scope.rawValue)
    json.member("state", suppression.state.rawValue)
    json.member("reason", document.text(of: suppression.reason))
    if let approver = suppression.approver {
      json.member("approver", document.text(of: approver))
    }
    if let until = suppression.until { json.member("until", until.description) }
    json.endObject()
  }

  mutating func write(_ marker: InlineMarker, in document: MaskedDocument) {
    json.beginObject(onNewLine: true)
    json.member("state", marker.state.rawValue)
    json.member("rule", marker.rule)
    json.member("exempted", marker.exempted)
    json.key("location")
    write(marker.location, in: document)
    if let reason = marker.reason { json.member("reason", document.maskedText(of: reason)) }
    if let approver = marker.approver {
      json.member("approver", document.maskedText(of: approver))
    }
    if let until = marker.until { json.member("until", until.description) }
    json.endObject()
  }
}
