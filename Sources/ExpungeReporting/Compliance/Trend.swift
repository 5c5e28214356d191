import ExpungeDetection
import ExpungeJudgement

/// A report beside one of before, figure by figure.
struct Trend: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case run, severity, `class`, department
  }

  struct Row: Sendable, Equatable {
    var kind: Kind
    /// For programs: "blocking", "critical", "D01", "housing".
    var key: String
    /// For people.
    var title: String
    var before: Int
    var now: Int

    var change: Int { now - before }
  }

  let earlier: EarlierReport
  /// Run, severities from the worst, classes and departments in their orders; those that are nought both
  /// times are left out.
  let rows: [Row]
  /// What else changed, so that a difference may be its doing; empty where the two can be compared.
  let caveats: [String]

  init?(_ report: ComplianceReport) {
    guard let earlier = report.knowledge.earlier else { return nil }
    self.earlier = earlier
    let summary = report.summary
    var rows = [
      Row(
        kind: .run, key: "documents", title: "Documents", before: earlier.documents,
        now: summary.documents),
      Row(
        kind: .run, key: "incomplete", title: "Documents not read in full",
        before: earlier.incomplete, now: summary.verdict.incomplete),
      Row(
        kind: .run, key: "blocking", title: "Findings that block", before: earlier.blocking,
        now: summary.blocking),
    ]
    for severity in Severity.allCases.reversed() {
      rows.append(
        Row(
          kind: .severity, key: severity.name,
          title: "Findings, \(severity.name)",
          before: earlier.severities[severity.name] ?? 0,
          now: summary.findingsBySeverity[severity] ?? 0))
    }
    var details: [Row] = []
    let codes = Set(earlier.classes.keys).union(report.classes.map(\.code))
    for code in codes.sorted() {
      details.append(
        Row(
          kind: .class, key: code, title: "\(code) \(report.title(ofClass: code))",
          before: earlier.classes[code] ?? 0,
          now: report.classes.first { $0.code == code }?.tally.findings ?? 0))
    }
    var before: [Department: Int] = [:]
    for (key, findings) in earlier.departments {
      before[Department(key: key, list: report.knowledge.departments), default: 0] += findings
    }
    let now = Dictionary(
      report.departments.map { ($0.department, $0.tally.findings) },
      uniquingKeysWith: { first, _ in first })
    for department in Set(before.keys).union(now.keys).sorted(by: Department.precedes) {
      details.append(
        Row(
          kind: .department, key: department.key, title: department.title,
          before: before[department] ?? 0, now: now[department] ?? 0))
    }
    self.rows = rows + details.filter { $0.before != 0 || $0.now != 0 }
    caveats = Self.caveats(report, earlier)
  }

  private static func caveats(_ report: ComplianceReport, _ earlier: EarlierReport) -> [String] {
    var caveats: [String] = []
    if earlier.toolVersion != report.header.toolVersion {
      caveats.append("another version of the program (\(earlier.toolVersion))")
    }
    if earlier.rulesHash != report.header.rulesHash { caveats.append("other rules") }
    if earlier.profileSHA256 != report.knowledge.profileSHA256 { caveats.append("another policy") }
    return caveats
  }
}
