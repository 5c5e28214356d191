import ExpungeDetection
import ExpungeHashing
import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// GitLab's code quality report: `Reports/Schemas/gitlab-code-quality-1.schema.json`.
///
/// What a review exempts is left out, as the format has no word for it; what was not read is a blocker.
/// It holds no value and no word of a document, whoever asks. Source: GitLab, "Import code quality
/// results".
package struct CodeQualityReporter: Reporter {
  private let sink: ByteSink
  private var paths: ShownPaths
  private var json = JSONWriter()

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    self.sink = sink
  }

  package mutating func begin(_ header: AuditHeader) throws { json.beginArray() }

  package mutating func document(_ audit: DocumentAudit) throws {
    let path = paths.next(audit)
    let document = MaskedDocument(audit)
    for finding in audit.findings where finding.status != .suppressed {
      issue(
        FindingSentence.full(finding, in: document), check: finding.rule,
        severity: Self.severity(finding), path: path, seed: finding.place,
        line: document.filePosition(of: finding.location)?.line)
      try json.handOn(to: sink)
    }
    for (number, unread) in audit.unread.enumerated() {
      issue(
        FindingSentence.unread(unread), check: "expunge/unread", severity: "blocker", path: path,
        seed: "unread \(number)", line: nil)
    }
    try json.handOn(to: sink)
  }

  package mutating func end(_ summary: AuditSummary) throws {
    json.endArray()
    json.endLine()
    try json.handOn(to: sink, from: 1)
  }

  /// - Parameter seed: what tells two issues of one file apart and survives edits elsewhere.
  private mutating func issue(
    _ words: String, check: String, severity: String, path: String, seed: String, line: Int?
  ) {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    let shown = TerminalText.escape(String(path))
    json.beginObject(onNewLine: true)
    json.member("description", TerminalText.escape(words))
    json.member("check_name", check)
    // Of what the report shows alone: two files may hold the same sentence.
    json.member(
      "fingerprint",
      BLAKE2b.digest(of: Array("\(seed)\n\(shown)".utf8), .bits128).hexadecimal)
    json.member("severity", severity)
    json.key("location")
    json.beginObject()
    json.member("path", shown)
    json.key("lines")
    json.beginObject()
    // The format wants a line; what has none is shown at the file's first.
    json.member("begin", line ?? 1)
    json.endObject()
    json.endObject()
    json.endObject()
  }

  private static func severity(_ finding: Finding) -> String {
    if finding.blocking, finding.severity == .critical { return "blocker" }
    return switch finding.severity {
    case .critical, .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case .info: "info"
    }
  }
}
