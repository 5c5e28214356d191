import ExpungeDetection
import ExpungeJudgement

/// A document's findings in the order a caseworker deals with them.
struct FindingGroups {
  /// All findings about one person or address that are told in full.
  struct Group {
    var subject: Int
    var findings: [Finding]

    /// "A name and an address".
    var title: String {
      var labels: [Label] = []
      for finding in findings where !labels.contains(finding.label) { labels.append(finding.label) }
      // What does not fit about a name is told with the name.
      if labels.count > 1 { labels.removeAll { $0 == .consistency } }
      return Wording.capitalised(Wording.list(labels.map(Wording.indefinite)))
    }
  }

  /// Subjects of which something blocks, with all that is known about them.
  var blocking: [Group] = []
  /// Direct findings that do not block, and what is as bad as those that do.
  var lookAt: [Group] = []
  /// Indirect findings, and direct ones that are for information only.
  var alsoThere: [Finding] = []
  /// Found, and exempt by a review.
  var exempt: [Finding] = []
  /// Found, and known from before, though nobody reviewed it.
  var known: [Finding] = []

  /// - Parameter failOn: severity from which a finding is told in full even if it is indirect.
  init(_ findings: [Finding], failOn: Severity) {
    var blockingSubjects: Set<Int> = []
    for finding in findings where finding.blocking { blockingSubjects.insert(finding.subject) }
    var blockingIndex: [Int: Int] = [:]
    var lookAtIndex: [Int: Int] = [:]
    for finding in findings {
      if finding.status == .suppressed {
        exempt.append(finding)
      } else if finding.status == .existing {
        known.append(finding)
      } else if !finding.blocking, !Self.deservesALook(finding, failOn: failOn) {
        alsoThere.append(finding)
      } else if blockingSubjects.contains(finding.subject) {
        Self.add(finding, to: &blocking, index: &blockingIndex)
      } else {
        Self.add(finding, to: &lookAt, index: &lookAtIndex)
      }
    }
  }

  private static func deservesALook(_ finding: Finding, failOn: Severity) -> Bool {
    finding.severity >= failOn || finding.label.isDirect && finding.severity > .info
  }

  private static func add(_ finding: Finding, to groups: inout [Group], index: inout [Int: Int]) {
    if let known = index[finding.subject] {
      groups[known].findings.append(finding)
    } else {
      index[finding.subject] = groups.count
      groups.append(Group(subject: finding.subject, findings: [finding]))
    }
  }
}
