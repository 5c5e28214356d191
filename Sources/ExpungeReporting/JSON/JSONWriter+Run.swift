import ExpungeDetection
import ExpungeJSON
import ExpungeJudgement
import ExpungeText

/// What both JSON reports say about the run as a whole.
extension JSONWriter {
  /// - Parameter linewise: whether each begins a line.
  mutating func writeMembers(of header: AuditHeader, linewise: Bool) {
    key("tool", onNewLine: linewise)
    beginObject()
    member("name", "expunge")
    member("version", header.toolVersion)
    endObject()
    key("rules", onNewLine: linewise)
    beginObject()
    member("hash", header.rulesHash)
    key("packs")
    beginArray()
    for pack in header.packs {
      beginObject(onNewLine: linewise)
      member("id", pack.identifier)
      member("version", pack.version)
      member("sha256", pack.sha256)
      endObject()
    }
    endArray()
    endObject()
    key("profile", onNewLine: linewise)
    string(header.profile)
    key("at", onNewLine: linewise)
    if let at = header.at { string(at) } else { null() }
    key("failOn", onNewLine: linewise)
    string(header.failOn.name)
    key("only", onNewLine: linewise)
    beginArray()
    for only in header.only { string(only) }
    endArray()
    if let settings = header.settings {
      key("settings", onNewLine: linewise)
      beginObject()
      member("file", settings.name)
      member("sha256", settings.sha256)
      endObject()
    }
  }

  /// What is said of a document before its findings.
  mutating func writeMembers(of audit: DocumentAudit, path: String) {
    member("path", path)
    member("format", audit.document?.format.rawValue)
    if let identifier = audit.inputIdentifier { member("inputId", identifier) }
    if let sha256 = audit.sha256 { member("sha256", sha256) }
    member("complete", audit.complete)
    key("unread")
    beginArray()
    for unread in audit.unread { write(unread) }
    endArray()
    if !audit.acknowledged.isEmpty {
      key("acknowledged")
      beginArray()
      for item in audit.acknowledged { object { $0.writeMembers(of: item) } }
      endArray()
    }
  }

  /// What a review accepts of that which was not read.
  mutating func writeMembers(of item: Acknowledged) {
    member("part", item.item.part)
    member("sha256", item.acknowledgement.sha256)
    member("reason", item.acknowledgement.reason)
    member("approver", item.acknowledgement.approver)
    if let until = item.acknowledgement.until { member("until", until.description) }
    if !item.acknowledgement.note.isEmpty { member("note", item.acknowledgement.note) }
  }

  mutating func write(_ unread: Unread) {
    beginObject()
    member("part", unread.part)
    member("reason", unread.reason)
    if let limit = unread.limit { member("limit", limit) }
    if let hash = unread.contentHash { member("sha256", hash) }
    endObject()
  }

  mutating func writeCounts(of summary: AuditSummary) {
    member("documents", summary.documents)
    member("complete", summary.complete)
    member("words", summary.words)
    member("bytes", summary.bytes)
    member("blocking", summary.blocking)
    member("suppressed", summary.suppressed)
    member("existing", summary.existing)
    if summary.acknowledged > 0 { member("acknowledged", summary.acknowledged) }
    key("bySeverity")
    beginObject()
    for severity in Severity.allCases.reversed() {
      member(severity.name, summary.findingsBySeverity[severity] ?? 0)
    }
    endObject()
    if let list = summary.caseList {
      key("caseList")
      beginObject()
      member("names", list.names)
      member("found", list.found)
      endObject()
    }
  }

  mutating func write(_ notLookedFor: [UncheckedClass], linewise: Bool) {
    key("notLookedFor")
    beginArray()
    for item in notLookedFor {
      beginObject(onNewLine: linewise)
      member("class", item.code)
      member("title", item.title)
      member("partly", item.partly)
      endObject()
    }
    endArray()
  }
}
