import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// The sections of a compliance report in words.
struct ComplianceWords {
  typealias Section = ComplianceLayout.Section
  typealias Table = ComplianceLayout.Table
  typealias Column = ComplianceLayout.Column

  /// Rows of a list of documents; the JSON and the tables hold all.
  static let mostRows = 100

  let report: ComplianceReport

  init(_ report: ComplianceReport) { self.report = report }

  var summary: AuditSummary { report.summary }

  /// What was run on what, so that it can be run again.
  var identity: Section {
    let header = report.header
    let formats = Document.Format.allCases.compactMap { format in
      report.formats[format].map { Wording.count($0, Wording.name(of: format)) }
    }
    let settings = header.settings.map { "\($0.name), SHA-256 \($0.sha256)" } ?? "none"
    return Section(
      id: "identity", title: "What was run",
      blocks: [
        .facts([
          ("For", header.at ?? "no date was given (--at)"),
          ("Run", report.run),
          ("Program", "Expunge \(header.toolVersion)"),
          (
            "Policy",
            "\(report.knowledge.profileTitle) (\(header.profile)), SHA-256 "
              + report.knowledge.profileSHA256
          ),
          ("Blocks from", header.failOn.name),
          ("Settings", settings),
          ("Rules", "SHA-256 \(header.rulesHash)"),
          (
            "Parts of the engine",
            header.only.isEmpty ? "all" : "only \(Wording.list(header.only))"
          ),
          (
            "Documents",
            "\(Wording.grouped(summary.documents)), of which \(Wording.grouped(summary.complete)) "
              + "were read in full"
          ),
          ("Formats", formats.isEmpty ? "none" : Wording.list(formats)),
          ("Words", Wording.grouped(summary.words)),
        ]),
        .paragraph(
          "The same documents, rules, policy and date give the same run number on any machine. "
            + "No value of a document goes into it."),
      ])
  }

  var rules: Section {
    Section(
      id: "rules", title: "Rules that ran",
      blocks: [
        .table(
          Table(
            title: "Packs of rules and guards",
            columns: [Column("pack"), Column("version"), Column("SHA-256")],
            rows: report.header.packs.map { [$0.identifier, $0.version, $0.sha256] }))
      ])
  }

  var severities: Section {
    let severities = Array(Severity.allCases.reversed())
    func blocking(_ severity: Severity) -> Int {
      report.blockingBySeverity[severity] ?? 0
    }
    func others(_ severity: Severity) -> Int {
      (summary.findingsBySeverity[severity] ?? 0) - blocking(severity)
    }
    return Section(
      id: "severities", title: "Findings by severity",
      blocks: [
        .paragraph(
          "Severity says how bad a finding is if it is true. What blocks is severe enough, sure "
            + "enough, and not exempt."),
        .chart(
          BarChart(
            title: "Findings by severity", series: ["block", "do not block"],
            bars: severities.map {
              BarChart.Bar(
                name: $0.name, values: [blocking($0), others($0)], tone: $0.name)
            })),
        .table(
          Table(
            title: "Findings by severity",
            columns: [Column("severity"), .number("block"), .number("do not block")],
            rows: severities.map {
              [$0.name, Wording.grouped(blocking($0)), Wording.grouped(others($0))]
            })),
        .facts([
          ("Known, not reviewed", Wording.grouped(summary.existing)),
          ("Exempt by a review", Wording.grouped(summary.suppressed)),
        ]),
      ])
  }

  var classes: Section {
    var section = Section(id: "classes", title: "Findings by class of leak")
    guard !report.classes.isEmpty else {
      section.blocks = [.paragraph("Nothing was found.")]
      return section
    }
    let most = report.classes.sorted { $0.tally.findings > $1.tally.findings }.prefix(12)
    section.blocks = [
      .chart(
        BarChart(
          title: most.count < report.classes.count
            ? "The \(most.count) classes with most findings" : "Findings by class",
          series: ["block", "do not block"],
          bars: most.map {
            BarChart.Bar(
              name: "\($0.code) \(report.title(ofClass: $0.code))",
              values: [$0.tally.blocking, $0.tally.findings - $0.tally.blocking])
          })),
      .table(
        Table(
          title: "Findings by class of leak",
          columns: [
            Column("class"), Column("what leaks"), .number("documents"), .number("findings"),
            .number("block"), .number("known"), .number("exempt"),
          ] + Severity.allCases.reversed().map { .number($0.name) },
          rows: report.classes.map { row in
            [
              row.code, report.title(ofClass: row.code), Wording.grouped(row.tally.documents),
              Wording.grouped(row.tally.findings), Wording.grouped(row.tally.blocking),
              Wording.grouped(row.tally.existing), Wording.grouped(row.tally.exempt),
            ]
              + Severity.allCases.reversed().map {
                Wording.grouped(row.tally.bySeverity[$0] ?? 0)
              }
          })),
    ]
    return section
  }

  var departments: Section {
    var section = Section(id: "departments", title: "Findings by department")
    let rows = report.departments
    guard !rows.isEmpty else {
      section.blocks = [.paragraph("There was no document.")]
      return section
    }
    section.blocks = [
      .paragraph(
        "A department is what the category line of a decision begins with. Only names of a "
          + "list are repeated: the line itself is the document's."),
      .chart(
        BarChart(
          title: "Documents by department", series: ["blocked", "not blocked"],
          bars: rows.map {
            BarChart.Bar(
              name: $0.department.title, values: [$0.blocked, $0.documents - $0.blocked])
          })),
      .table(
        Table(
          title: "Findings by department",
          columns: [
            Column("department"), .number("documents"), .number("blocked"),
            .number("findings"), .number("block"),
          ] + Severity.allCases.reversed().map { .number($0.name) },
          rows: rows.map { row in
            [
              row.department.title, Wording.grouped(row.documents),
              Wording.grouped(row.blocked), Wording.grouped(row.tally.findings),
              Wording.grouped(row.tally.blocking),
            ]
              + Severity.allCases.reversed().map {
                Wording.grouped(row.tally.bySeverity[$0] ?? 0)
              }
          })),
    ]
    return section
  }
}
