import ExpungeDetection
import ExpungeHashing
import ExpungeJudgement
import ExpungeText

/// Adds a run up, document by document.
///
/// What it keeps grows with the documents that are not read or hold several indirect identifiers, never
/// with the findings.
struct ComplianceFold {
  /// Kinds of indirect identifier from which a document is listed.
  static let leastKinds = 2
  private static let combined = "Q11"

  private let knowledge: ComplianceKnowledge
  private let narrows: [String: Int]
  private var paths: ShownPaths
  private var header: AuditHeader?
  private var chain: [UInt8] = []
  private var verdict = VerdictLine()
  private var blocking: [Severity: Int] = [:]
  private var formats: [Document.Format: Int] = [:]
  private var classes: [String: FindingTally] = [:]
  private var departments: [Department: ComplianceReport.DepartmentRow] = [:]
  private var exemptions = ExemptionTally()
  private var jigsaw: [JigsawEntry] = []
  private var unread: [ComplianceReport.UnreadEntry] = []
  private var acknowledged: [ComplianceReport.AcknowledgedEntry] = []

  init(_ knowledge: ComplianceKnowledge, paths: PathStyle) {
    self.knowledge = knowledge
    self.paths = ShownPaths(paths)
    narrows = Dictionary(
      knowledge.classes.map { ($0.code, $0.narrows) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func begin(_ header: AuditHeader) {
    self.header = header
    let settings = header.settings?.sha256 ?? ""
    absorb(
      [
        "expunge/run/1", header.toolVersion, header.rulesHash, knowledge.profileSHA256,
        header.at ?? "", header.failOn.name, settings,
      ] + header.only)
  }

  mutating func add(_ audit: DocumentAudit) {
    verdict.add(audit)
    let name = paths.next(audit)
    if let format = audit.document?.format { formats[format, default: 0] += 1 }
    let department = Department(of: audit, list: knowledge.departments)
    var row =
      departments[department]
      ?? ComplianceReport.DepartmentRow(
        department: department, documents: 0, blocked: 0, tally: FindingTally())
    row.documents += 1
    if audit.blockingCount > 0 { row.blocked += 1 }
    if !audit.findings.isEmpty { row.tally.documents += 1 }
    var facts = ["document", audit.document?.format.rawValue ?? "", "\(audit.words)"]
    var kinds: [String: Int] = [:]
    var combinations = 0
    var seen: Set<String> = []
    for finding in audit.findings {
      row.tally.add(finding)
      if finding.blocking { blocking[finding.severity, default: 0] += 1 }
      let code = finding.classCode
      if seen.insert(code).inserted { classes[code, default: FindingTally()].documents += 1 }
      classes[code, default: FindingTally()].add(finding)
      if let suppression = finding.suppression { exemptions.add(suppression) }
      if code == Self.combined {
        combinations += 1
      } else if !finding.label.isDirect, finding.status != .suppressed, narrows[code] ?? 0 > 0 {
        kinds[code, default: 0] += 1
      }
      facts += [finding.id, finding.severity.name, finding.status.rawValue]
    }
    departments[department] = row
    exemptions.idleMarkers += audit.markers.count { $0.state != .honoured }
    if combinations > 0 || kinds.count >= Self.leastKinds {
      jigsaw.append(
        JigsawEntry(
          document: name, department: department,
          points: kinds.keys.reduce(0) { $0 + (narrows[$1] ?? 0) },
          kinds: kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
          combinations: combinations))
    }
    for item in audit.unread {
      unread.append(ComplianceReport.UnreadEntry(document: name, unread: item))
      facts += ["unread", item.reason]
    }
    for item in audit.acknowledged {
      acknowledged.append(ComplianceReport.AcknowledgedEntry(document: name, item: item))
      facts += ["acknowledged", item.acknowledgement.sha256]
    }
    absorb(facts)
  }

  /// Nil before the run has begun.
  func report(_ summary: AuditSummary) -> ComplianceReport? {
    guard let header else { return nil }
    return ComplianceReport(
      header: header, knowledge: knowledge, run: Hexadecimal.encode(chain.prefix(16)),
      summary: summary, verdict: verdict, blockingBySeverity: blocking, formats: formats,
      classes: classes.sorted { $0.key < $1.key }.map { .init(code: $0.key, tally: $0.value) },
      departments: departments.values.sorted {
        Department.precedes($0.department, $1.department)
      },
      exemptions: exemptions,
      jigsaw: jigsaw.enumerated().sorted { a, b in
        let (one, other) = (a.element, b.element)
        if (one.combinations > 0) != (other.combinations > 0) { return one.combinations > 0 }
        return one.points != other.points ? one.points > other.points : a.offset < b.offset
      }.map(\.element),
      unread: unread, acknowledged: acknowledged)
  }

  /// Each document's facts after all before it: the identity depends on their order, too.
  private mutating func absorb(_ facts: [String]) {
    chain = BLAKE2b.digest(of: chain + facts.joined(separator: "\n").utf8, .bits256).bytes
  }
}
