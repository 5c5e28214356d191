import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// A table for spreadsheets and statistics: `Reports/Schemas/csv-1.schema.json`.
///
/// One row a finding, and rows of their own for what was not read, what a review accepts of that, what was
/// not asked for and the verdict, so that a table without findings is never taken for a clean run. It holds no value and no word
/// of a document, whoever asks.
package struct CSVReporter: Reporter {
  private static let columns = [
    "record", "path", "line", "column", "part", "rule", "class", "label", "severity", "confidence",
    "blocking", "status", "subject", "remedy", "words", "place",
  ]

  private var paths: ShownPaths
  private var verdict = VerdictLine()
  private var output: OutputBuffer

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    output = OutputBuffer(sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws {
    output.append(CSVField.head(Self.columns))
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    verdict.add(audit)
    let path = paths.next(audit)
    let document = MaskedDocument(audit)
    for finding in audit.findings {
      let position = document.filePosition(of: finding.location)
      row([
        "record": "finding", "path": path, "line": position.map { String($0.line) } ?? "",
        "column": position?.column.map(String.init) ?? "",
        "part": finding.location.flatMap { document.part($0.part)?.name } ?? "",
        "rule": finding.rule, "class": finding.classCode, "label": finding.label.rawValue,
        "severity": finding.severity.name, "confidence": Self.share(finding.confidence),
        "blocking": finding.blocking ? "true" : "false", "status": finding.status.rawValue,
        "subject": String(finding.subject), "remedy": finding.remedy.rawValue,
        "words": finding.suggestion, "place": finding.place,
      ])
      try output.flushWhenFull()
    }
    for unread in audit.unread {
      row([
        "record": "unread", "path": path, "part": unread.part ?? "",
        "words": FindingSentence.unread(unread),
      ])
    }
    for item in audit.acknowledged {
      row([
        "record": "acknowledged", "path": path, "part": item.item.part ?? "",
        "words": FindingSentence.acknowledged(item),
      ])
    }
    try output.flushWhenFull()
  }

  package mutating func end(_ summary: AuditSummary) throws {
    for (index, item) in summary.excluded.enumerated() {
      row([
        "record": "excluded", "path": paths.excluded(item, at: index), "words": item.reason,
      ])
      try output.flushWhenFull()
    }
    row(["record": "verdict", "words": verdict.sentence(summary).text])
    try output.flush()
  }

  private mutating func row(_ fields: [String: String]) {
    output.append(CSVField.row(fields, columns: Self.columns))
  }

  /// "0.86" of a chance in a hundred.
  private static func share(_ confidence: Int) -> String {
    let chance = min(max(confidence, 0), 100)
    return chance == 100 ? "1.00" : chance < 10 ? "0.0\(chance)" : "0.\(chance)"
  }
}
