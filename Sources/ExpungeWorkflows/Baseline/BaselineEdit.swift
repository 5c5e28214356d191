import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// Makes and mends a baseline from the findings of a run.
package struct BaselineEdit {
  /// What new entries say beside their place.
  package struct Review: Sendable {
    package var scope = BaselineEntry.Scope.occurrence
    package var reason: String?
    package var approver: String?
    package var until: CalendarDay?

    package init() {}
  }

  /// What a run did to a baseline.
  package struct Outcome: Sendable, Equatable {
    package var added = 0
    package var kept = 0
    package var removed = 0
  }

  private let baseline: Baseline
  private let review: Review
  private let day: CalendarDay?
  private let names: BaselineDocument
  private var comparison: BaselineComparison
  private var added: [BaselineEntry] = []

  /// - Parameter path: the baseline's own; paths in it begin at its folder.
  package init(_ baseline: Baseline, path: String, review: Review, at day: CalendarDay?) {
    self.baseline = baseline
    self.review = review
    self.day = day
    names = BaselineDocument(
      folder: PathText.folder(of: PathText.absolute(path)), root: PathText.absolute("."))
    comparison = BaselineComparison(baseline, names: names, at: day)
  }

  /// Takes what blocks in a document and is not known yet.
  package mutating func add(_ audit: DocumentAudit) {
    var audit = audit
    comparison.apply(to: &audit)
    let document = names.name(of: audit)
    var subjects: Set<Int> = []
    for finding in audit.findings where finding.blocking {
      if review.scope == .subject, !subjects.insert(finding.subject).inserted { continue }
      added.append(
        BaselineEntry(
          scope: review.scope, document: document, place: finding.place, value: finding.value,
          rule: finding.rule, classCode: finding.classCode, label: finding.label.rawValue,
          severity: finding.severity, reason: review.reason, approver: review.approver,
          added: day, until: review.until))
    }
  }

  /// Entries that nobody gave a reason for.
  package var unreviewed: Int { baseline.entries.count { !$0.isReviewed } }

  /// Entries that a run over their documents did not confirm, or whose last day is past.
  package var outdated: (stale: Int, expired: Int) {
    (comparison.stale.count, comparison.expired.count)
  }

  /// The baseline with what is new.
  package func updated() -> (baseline: Baseline, outcome: Outcome) {
    (
      Baseline(entries: baseline.entries + added),
      Outcome(added: added.count, kept: baseline.entries.count)
    )
  }

  /// The baseline without what is outdated.
  package func pruned() -> (baseline: Baseline, outcome: Outcome) {
    let gone = comparison.stale.union(comparison.expired)
    let left = baseline.entries.indices.filter { !gone.contains($0) }.map { baseline.entries[$0] }
    return (Baseline(entries: left), Outcome(kept: left.count, removed: gone.count))
  }
}
