/// The forms of the compliance report; the names are those of `--format` and `--report`.
package enum ComplianceFormat: String, Sendable, CaseIterable, NamedFormat {
  case markdown, html, json, csv

  /// It never holds a value or a word of a document.
  package var isForPipelines: Bool { true }

  /// The whole report in this form.
  func text(of report: ComplianceReport) -> [UInt8] {
    switch self {
    case .markdown: Array(ComplianceMarkdown.text(of: ComplianceLayout(report)).utf8)
    case .html: Array(CompliancePage.text(of: ComplianceLayout(report)).utf8)
    case .json: ComplianceJSON.text(of: report)
    case .csv: Array(ComplianceTables.text(of: report).utf8)
    }
  }
}
