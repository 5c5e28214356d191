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
  /// Indices of findings that block and that no replacement of characters can answer.
  let unanswerable: [Int]
  let kept: [RedactionPlan.Kept]

  init(of findings: [Finding], scope: RedactionScope) {
    var subjects: Set<Key> = []
    for finding in findings
    where scope.includes(finding)
      && !Self.isAboutDocument(finding) && !Self.goesByRule(finding)
    {
      subjects.insert(Key(label: finding.label, subject: finding.subject))
    }
    // What a blocking combination is made of goes with it, and so answers it.
    var pieces: Set<Location> = []
    for finding in findings where finding.blocking && finding.label == .combination {
      for related in finding.related where related.role == .piece {
        pieces.insert(related.location)
      }
    }
    var removed: [Int] = []
    var unanswerable: [Int] = []
    var kept: [RedactionPlan.Kept] = []
    var aboutDocument: [Int] = []
    for (index, finding) in findings.enumerated() {
      if finding.status == .suppressed {
        kept.append(RedactionPlan.Kept(finding: index, reason: .suppressed))
      } else if Self.goesByRule(finding) {
        kept.append(RedactionPlan.Kept(finding: index, reason: .aboutDocument))
      } else if Self.isAboutDocument(finding) {
        if finding.blocking, finding.label != .combination {
          aboutDocument.append(index)
        } else {
          kept.append(RedactionPlan.Kept(finding: index, reason: .aboutDocument))
        }
      } else if scope.includes(finding) || finding.location.map(pieces.contains) ?? false
        || subjects.contains(Key(label: finding.label, subject: finding.subject))
      {
        removed.append(index)
      } else {
        kept.append(RedactionPlan.Kept(finding: index, reason: .outsideScope))
      }
    }
    // What leans on a name that goes is answered with it: no reader can compare them any more.
    let gone = Set(removed.compactMap { findings[$0].location })
    for index in aboutDocument {
      let places =
        [findings[index].location].compactMap(\.self) + findings[index].related.map(\.location)
      if findings[index].label == .consistency, places.contains(where: gone.contains) {
        kept.append(RedactionPlan.Kept(finding: index, reason: .aboutDocument))
      } else {
        unanswerable.append(index)
      }
    }
    kept.sort { $0.finding < $1.finding }
    self.removed = removed
    self.unanswerable = unanswerable
    self.kept = kept
  }

  /// Whether the rewriting takes the layer out that a finding speaks of, whatever it holds: tracked
  /// changes, comments, who made the file. The scan of the copy tells whether it has.
  private static func goesByRule(_ finding: Finding) -> Bool {
    finding.label == .fileLayer && finding.remedy == .removePart
  }

  /// Whether a finding speaks of the document rather than of characters that could be replaced.
  private static func isAboutDocument(_ finding: Finding) -> Bool {
    finding.location == nil || finding.label == .consistency || finding.label == .publicationRule
      || finding.label == .fileLayer
  }
}
