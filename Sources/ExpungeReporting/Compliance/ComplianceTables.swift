import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Writes a compliance report as one long table: `Reports/Schemas/report-csv-1.schema.json`.
///
/// A row says what it is about in `record`; the last one is the verdict.
enum ComplianceTables {
  private static let columns = [
    "record", "name", "title", "document", "severity", "documents", "blocked", "findings",
    "blocking", "existing", "exempt", "before", "value", "points", "combinations", "words",
  ]

  static func text(of report: ComplianceReport) -> String {
    let rows =
      run(report) + counts(report) + trend(report) + measured(report) + law(report)
      + documents(report)
      + [["record": "verdict", "words": report.verdict.sentence(report.summary).text]]
    return rows.reduce(into: CSVField.head(columns)) { $0 += CSVField.row($1, columns: columns) }
  }

  private static func run(_ report: ComplianceReport) -> [[String: String]] {
    let header = report.header
    let facts = [
      ("run", report.run), ("tool", header.toolVersion), ("at", header.at ?? ""),
      ("profile", header.profile), ("profile-sha256", report.knowledge.profileSHA256),
      ("rules-sha256", header.rulesHash), ("fail-on", header.failOn.name),
      ("settings-sha256", header.settings?.sha256 ?? ""),
      ("only", header.only.joined(separator: " ")),
    ]
    return facts.map { ["record": "run", "name": $0, "words": $1] }
      + header.packs.map {
        ["record": "pack", "name": $0.identifier, "title": $0.version, "words": $0.sha256]
      }
      + report.knowledge.classes.map {
        ["record": "scope", "name": $0.code, "title": $0.title, "words": $0.coverage.name]
      }
  }

  private static func counts(_ report: ComplianceReport) -> [[String: String]] {
    var rows = Severity.allCases.reversed().map { severity in
      [
        "record": "severity", "name": severity.name, "severity": severity.name,
        "findings": "\(report.summary.findingsBySeverity[severity] ?? 0)",
        "blocking": "\(report.blockingBySeverity[severity] ?? 0)",
      ]
    }
    for row in report.classes {
      rows.append(
        fields(row.tally).merging(
          ["record": "class", "name": row.code, "title": report.title(ofClass: row.code)]
        ) { $1 })
      rows += bySeverity(row.tally).map { severity, findings in
        [
          "record": "class-severity", "name": row.code, "severity": severity,
          "findings": findings,
        ]
      }
    }
    for row in report.departments {
      rows.append(
        fields(row.tally).merging([
          "record": "department", "name": row.department.key, "title": row.department.title,
          "documents": "\(row.documents)", "blocked": "\(row.blocked)",
        ]) { $1 })
      rows += bySeverity(row.tally).map { severity, findings in
        [
          "record": "department-severity", "name": row.department.key, "severity": severity,
          "findings": findings,
        ]
      }
    }
    return rows
  }

  private static func fields(_ tally: FindingTally) -> [String: String] {
    [
      "documents": "\(tally.documents)", "findings": "\(tally.findings)",
      "blocking": "\(tally.blocking)", "existing": "\(tally.existing)",
      "exempt": "\(tally.exempt)",
    ]
  }

  private static func bySeverity(_ tally: FindingTally) -> [(String, String)] {
    Severity.allCases.reversed().compactMap { severity in
      tally.bySeverity[severity].map { (severity.name, "\($0)") }
    }
  }

  private static func trend(_ report: ComplianceReport) -> [[String: String]] {
    (Trend(report)?.rows ?? []).map { row in
      [
        "record": "trend", "name": "\(row.kind.rawValue) \(row.key)", "title": row.title,
        "before": "\(row.before)", "value": "\(row.now)",
      ]
    }
  }

  private static func measured(_ report: ComplianceReport) -> [[String: String]] {
    guard let figures = report.knowledge.measured else { return [] }
    let shares = figures.shares.map { figure in
      [
        "record": "measured", "name": figure.name, "title": figure.title,
        "value": figure.value.map { "\($0)" } ?? "", "words": figures.testSet,
      ]
    }
    return shares + [
      [
        "record": "measured", "name": "false_alarms_per_10000_words",
        "title": "False alarms in 10,000 words",
        "value": figures.falseAlarmsPer10000Words.map { "\($0)" } ?? "",
        "words": figures.testSet,
      ]
    ]
  }

  private static func law(_ report: ComplianceReport) -> [[String: String]] {
    report.classes.flatMap { row in
      report.law(forClass: row.code).map { reference in
        [
          "record": "law", "name": row.code, "title": reference.article,
          "value": reference.checked ?? "", "words": reference.title,
        ]
      }
    }
  }

  private static func documents(_ report: ComplianceReport) -> [[String: String]] {
    let jigsaw = report.jigsaw.map { entry in
      [
        "record": "jigsaw", "name": entry.kinds.map(\.code).joined(separator: " "),
        "title": entry.department.title, "document": entry.document,
        "findings": "\(entry.kinds.reduce(0) { $0 + $1.findings })",
        "points": "\(entry.points)", "combinations": "\(entry.combinations)",
      ]
    }
    let unread = report.unread.map { entry in
      [
        "record": "unread", "name": entry.unread.part ?? "", "document": entry.document,
        "value": entry.unread.limit ?? "", "words": entry.unread.reason,
      ]
    }
    let acknowledged = report.acknowledged.map { entry in
      [
        "record": "acknowledged", "name": entry.item.item.part ?? "", "document": entry.document,
        "value": entry.item.acknowledgement.sha256,
        "words": FindingSentence.acknowledged(entry.item),
      ]
    }
    let excluded = report.excludedByReason.map {
      ["record": "excluded", "documents": "\($0.files)", "words": $0.reason]
    }
    let exempt = report.exemptions.rows.map { row in
      [
        "record": "exemption", "name": row.key.scope.rawValue, "title": row.key.state.rawValue,
        "findings": "\(row.findings)",
      ]
    }
    return jigsaw + unread + acknowledged + excluded + exempt
  }
}
