import ExpungeDetection
import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// SARIF 2.1.0, for code hosts and viewers of results; `Reports/Schemas/sarif-2.1.0-expunge-1.schema.json`
/// is the part of the standard that is used.
///
/// Results come first and the tool with the rules that spoke last, so that nothing but one entry a rule
/// is kept. It holds no value and no word of a document, whoever asks.
package struct SARIFReporter: Reporter {
  private let sink: ByteSink
  private let describe: RuleDescription.Lookup
  private var paths: ShownPaths
  private var json = JSONWriter()
  private var header: AuditHeader?
  /// The worst severity found by each rule that spoke.
  private var rules: [String: (severity: Severity, description: RuleDescription)] = [:]
  private var notifications: [Notification] = []
  private var unlistedNotifications = 0

  /// - Parameter describe: says what a rule looks for.
  package init(
    paths: PathStyle = .masked, describe: @escaping RuleDescription.Lookup = { _ in nil },
    sink: @escaping ByteSink
  ) {
    self.paths = ShownPaths(paths)
    self.describe = describe
    self.sink = sink
  }

  package mutating func begin(_ header: AuditHeader) throws {
    self.header = header
    json.beginObject()
    json.member(
      "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    )
    json.member("version", "2.1.0")
    json.key("runs", onNewLine: true)
    json.beginArray()
    json.beginObject()
    json.member("columnKind", "unicodeCodePoints")
    json.key("results")
    json.beginArray()
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    let path = paths.next(audit)
    let document = MaskedDocument(audit)
    for finding in audit.findings {
      write(finding, in: document, path: path)
      remember(finding)
      try json.handOn(to: sink)
    }
    for unread in audit.unread {
      notify(Notification(path: path, words: FindingSentence.unread(unread), isAccepted: false))
    }
    for item in audit.acknowledged {
      notify(Notification(path: path, words: FindingSentence.acknowledged(item), isAccepted: true))
    }
  }

  package mutating func end(_ summary: AuditSummary) throws {
    json.endArray()
    writeInvocation(summary)
    writeTool()
    writeProperties(summary)
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    try json.handOn(to: sink, from: 1)
  }

  /// What was not read is listed to a number that memory can hold; the rest is counted.
  private mutating func notify(_ notification: Notification) {
    if notifications.count < Self.mostNotifications {
      notifications.append(notification)
    } else {
      unlistedNotifications += 1
    }
  }

  /// Something that was not read.
  private struct Notification {
    var path: String
    var words: String
    /// Whether a review accepts it.
    var isAccepted: Bool
  }

  private mutating func remember(_ finding: Finding) {
    if let known = rules[finding.rule] {
      rules[finding.rule]?.severity = max(known.severity, finding.severity)
    } else {
      var description =
        describe(finding.rule)
        ?? RuleDescription(title: Wording.capitalised(Wording.indefinite(finding.label)))
      description.classCode = finding.classCode
      rules[finding.rule] = (finding.severity, description)
    }
  }

  private static let mostNotifications = 10_000
}

// MARK: - Pieces

extension SARIFReporter {
  private mutating func write(_ finding: Finding, in document: MaskedDocument, path: String) {
    json.beginObject(onNewLine: true)
    json.member("ruleId", finding.rule)
    json.member("kind", finding.severity == .info ? "informational" : "fail")
    json.member("level", Self.level(finding.severity))
    message(FindingSentence.full(finding, in: document))
    json.key("locations")
    json.beginArray()
    write(finding.location, in: document, path: path)
    json.endArray()
    if !finding.related.isEmpty {
      json.key("relatedLocations")
      json.beginArray()
      for related in finding.related {
        write(related.location, in: document, path: path, role: related.role.rawValue)
      }
      json.endArray()
    }
    json.key("partialFingerprints")
    json.beginObject()
    json.member("expungePlace/v1", finding.place)
    // The one that code hosts compare; the place survives edits elsewhere as it is meant to.
    json.member("primaryLocationLineHash", finding.place)
    json.endObject()
    if let suppression = finding.suppression { write(suppression) }
    json.key("properties")
    json.beginObject()
    json.member("security-severity", Self.score(finding.severity))
    json.member("severity", finding.severity.name)
    json.key("confidence")
    json.hundredths(min(max(finding.confidence, 0), 100))
    json.member("blocking", finding.blocking)
    json.member("status", finding.status.rawValue)
    json.member("class", finding.classCode)
    json.member("label", finding.label.rawValue)
    json.member("subject", finding.subject)
    json.member("remedy", finding.remedy.rawValue)
    json.endObject()
    json.endObject()
  }

  private mutating func write(
    _ location: Location?, in document: MaskedDocument, path: String, role: String? = nil
  ) {
    json.beginObject()
    json.key("physicalLocation")
    json.beginObject()
    writeArtifact(path)
    if let position = document.filePosition(of: location) {
      json.key("region")
      json.beginObject()
      json.member("startLine", position.line)
      if let column = position.column { json.member("startColumn", column) }
      json.member("endLine", position.endLine)
      if let column = position.endColumn { json.member("endColumn", column) }
      json.endObject()
    }
    json.endObject()
    if let part = location.flatMap({ document.part($0.part) }) {
      json.key("logicalLocations")
      json.beginArray()
      json.beginObject()
      json.member("name", part.name)
      json.member("kind", part.kind.rawValue)
      json.endObject()
      json.endArray()
    }
    if let role { message(role) }
    json.endObject()
  }

  private mutating func writeArtifact(_ path: String) {
    json.key("artifactLocation")
    json.beginObject()
    json.member("uri", SARIFText.uri(path))
    json.endObject()
  }

  private mutating func message(_ text: String) {
    json.key("message")
    json.beginObject()
    json.member("text", SARIFText.message(text))
    json.endObject()
  }

  /// A marker stands in the source, the profile's list outside it; what does not hold is rejected.
  private mutating func write(_ suppression: Suppression) {
    json.key("suppressions")
    json.beginArray()
    json.beginObject()
    json.member("kind", suppression.scope == .marker ? "inSource" : "external")
    json.member("status", suppression.state == .honoured ? "accepted" : "rejected")
    if case .text(let reason) = suppression.reason {
      json.member("justification", TerminalText.escape(reason))
    }
    json.endObject()
    json.endArray()
  }

  private mutating func writeInvocation(_ summary: AuditSummary) {
    json.key("invocations", onNewLine: true)
    json.beginArray()
    json.beginObject()
    json.member("executionSuccessful", summary.verdict.incomplete == 0)
    json.member("exitCode", Int(summary.verdict.exitCode))
    json.key("toolExecutionNotifications")
    json.beginArray()
    for notification in notifications {
      notificationObject(
        notification.isAccepted ? "acknowledged" : "unread",
        level: notification.isAccepted ? "note" : "error", notification.words,
        path: notification.path)
    }
    if unlistedNotifications > 0 {
      notificationObject(
        "unread", level: "error",
        "Not read either: \(Wording.count(unlistedNotifications, "layer")) that are not listed.")
    }
    for (index, item) in summary.excluded.prefix(Self.mostNotifications).enumerated() {
      notificationObject(
        "excluded", level: "note", "Not asked for, and not examined: \(item.reason)",
        path: paths.excluded(item, at: index))
    }
    json.endArray()
    json.endObject()
    json.endArray()
  }

  private mutating func notificationObject(
    _ identifier: String, level: String, _ words: String, path: String? = nil
  ) {
    json.beginObject(onNewLine: true)
    json.key("descriptor")
    json.beginObject()
    json.member("id", identifier)
    json.endObject()
    json.member("level", level)
    message(words)
    if let path {
      json.key("locations")
      json.beginArray()
      json.beginObject()
      json.key("physicalLocation")
      json.beginObject()
      writeArtifact(path)
      json.endObject()
      json.endObject()
      json.endArray()
    }
    json.endObject()
  }

  private mutating func writeTool() {
    json.key("tool", onNewLine: true)
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.member("name", "Expunge")
    json.member("version", header?.toolVersion)
    json.key("notifications")
    json.beginArray()
    for (identifier, words) in [
      ("unread", "Something that should have been examined and was not."),
      ("acknowledged", "Something that was not read and that a review accepts by its content."),
      ("excluded", "Something that was found and not asked for."),
    ] {
      json.beginObject()
      json.member("id", identifier)
      text("shortDescription", words)
      json.endObject()
    }
    json.endArray()
    json.key("rules")
    json.beginArray()
    for (identifier, rule) in rules.sorted(by: { $0.key < $1.key }) {
      json.beginObject(onNewLine: true)
      json.member("id", identifier)
      text("shortDescription", Wording.stopped(rule.description.title))
      if !rule.description.rationale.isEmpty {
        text("fullDescription", rule.description.rationale)
        text("help", rule.description.rationale)
      }
      json.key("defaultConfiguration")
      json.beginObject()
      json.member("level", Self.level(rule.severity))
      json.endObject()
      json.key("properties")
      json.beginObject()
      json.member("security-severity", Self.score(rule.severity))
      json.key("tags")
      json.beginArray()
      for tag in ["security", "privacy", rule.description.classCode] { json.string(tag) }
      json.endArray()
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private mutating func text(_ key: String, _ words: String) {
    json.key(key)
    json.beginObject()
    json.member("text", TerminalText.escape(words))
    json.endObject()
  }

  private mutating func writeProperties(_ summary: AuditSummary) {
    json.key("properties", onNewLine: true)
    json.beginObject()
    json.member("profile", header?.profile)
    json.member("rulesHash", header?.rulesHash)
    json.member("at", header?.at)
    json.member("failOn", header?.failOn.name)
    json.writeCounts(of: summary)
    json.write(header?.notLookedFor ?? [], linewise: false)
    json.endObject()
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    case .info: "none"
    }
  }

  /// On the scale of 0 to 10 by which code hosts sort, in the middle of the band of the same name.
  private static func score(_ severity: Severity) -> String {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.5"
    case .info: "0.0"
    }
  }
}
