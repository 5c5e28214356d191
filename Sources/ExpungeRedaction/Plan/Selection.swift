import ExpungeDetection
import ExpungeJudgement

/// Which findings go and which stay.
struct Selection {
  private struct Key: Hashable {
    let label: Label
    let subject: Int
  }

  /// Indices, ascending.
  let removed: [Int]
  let kept: [RedactionPlan.Kept]

  init(of findings: [Finding], scope: RedactionScope) {
    var subjects: Set<Key> = []
    for finding in findings where scope.includes(finding) {
      subjects.insert(Key(label: finding.label, subject: finding.subject))
    }
    var removed: [Int] = []
    var kept: [RedactionPlan.Kept] = []
    for (index, finding) in findings.enumerated() {
      if finding.status == .suppressed {
        kept.append(RedactionPlan.Kept(finding: index, reason: .suppressed))
      } else if scope.includes(finding)
        || subjects.contains(Key(label: finding.label, subject: finding.subject))
      {
        removed.append(index)
      } else {
        kept.append(RedactionPlan.Kept(finding: index, reason: .outsideScope))
      }
    }
    self.removed = removed
    self.kept = kept
  }
}
