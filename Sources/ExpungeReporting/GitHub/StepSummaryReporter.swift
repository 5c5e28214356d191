import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// The page that GitHub shows for a step (`GITHUB_STEP_SUMMARY`): the verdict and a table of the worst.
///
/// Bounded, because the platform takes at most a mebibyte. It holds no value and no word of a document,
/// whoever asks.
package struct StepSummaryReporter: Reporter {
  private static let mostRows = 100

  private let sink: ByteSink
  private var paths: ShownPaths
  private var verdict = VerdictLine()
  private var rows = WorstFirst<[String]>(most: mostRows)

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    self.sink = sink
  }

  package mutating func begin(_ header: AuditHeader) throws {}

  package mutating func document(_ audit: DocumentAudit) throws {
    verdict.add(audit)
    let path = paths.next(audit)
    let document = MaskedDocument(audit)
    for unread in audit.unread {
      rows.add(rank: .max) {
        [MarkdownText.cellCode(path), "", "not read", MarkdownText.escape(unread.reason)]
      }
    }
    for finding in audit.findings where finding.blocking {
      rows.add(rank: Int(finding.severity.rawValue) * 101 + finding.confidence) {
        [
          MarkdownText.cellCode(path),
          document.filePosition(of: finding.location).map { String($0.line) } ?? "",
          finding.severity.name,
          MarkdownText.escape(FindingSentence.full(finding, in: document)),
        ]
      }
    }
  }

  package mutating func end(_ summary: AuditSummary) throws {
    var text = "## Expunge\n\n\(MarkdownText.escape(verdict.sentence(summary).text))\n"
    let cells = rows.items
    if !cells.isEmpty {
      text += "\n"
      text += MarkdownTable.text(
        columns: ["file", "line", "severity", "what"].map { ($0, false) }, markdown: cells)
    }
    if rows.rest > 0 {
      text += "\nAnd \(Wording.grouped(rows.rest)) more, the least severe.\n"
    }
    try sink(Array(text.utf8))
  }
}
