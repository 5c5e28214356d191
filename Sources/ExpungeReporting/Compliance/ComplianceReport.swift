import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// What a run over a folder of decisions came to, counted for somebody who signs for it.
///
/// It holds counts, names of documents as reports show them, and our own words: no value and no word of a
/// document.
struct ComplianceReport: Sendable {
  struct ClassRow: Sendable {
    var code: String
    var tally: FindingTally
  }

  struct DepartmentRow: Sendable {
    var department: Department
    /// All of the department, with findings or without.
    var documents: Int
    /// Documents in which something blocks.
    var blocked: Int
    var tally: FindingTally
  }

  struct UnreadEntry: Sendable, Equatable {
    var document: String
    var unread: Unread
  }

  struct AcknowledgedEntry: Sendable, Equatable {
    var document: String
    var item: Acknowledged
  }

  var header: AuditHeader
  var knowledge: ComplianceKnowledge
  /// The same for the same documents, rules, policy and date on any machine; no value goes into it.
  var run: String
  var summary: AuditSummary
  var verdict: VerdictLine
  var blockingBySeverity: [Severity: Int]
  var formats: [Document.Format: Int]
  /// Classes with findings, by code.
  var classes: [ClassRow]
  /// Those of the list by name, then the others.
  var departments: [DepartmentRow]
  var exemptions: ExemptionTally
  /// The most telling first.
  var jigsaw: [JigsawEntry]
  /// In the order of the documents.
  var unread: [UnreadEntry]
  /// In the order of the documents.
  var acknowledged: [AcknowledgedEntry]

  func title(ofClass code: String) -> String {
    knowledge.classes.first { $0.code == code }?.title ?? "A class that this version does not know"
  }

  /// What bears on leaks of a class.
  func law(forClass code: String) -> [LegalReference] {
    knowledge.law.filter { $0.covers(code) }
  }

  /// Files found and not asked for, by reason.
  var excludedByReason: [(reason: String, files: Int)] {
    var counts: [String: Int] = [:]
    for item in summary.excluded { counts[item.reason, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
