import ExpungeDetection
package import ExpungeJudgement

/// What a marked copy says at a finding: what it is, why, and what to write instead; without its value.
package struct FindingRemark: Sendable {
  /// Nil for a finding about the document as a whole.
  package let location: Location?
  /// One sentence each.
  package let lines: [String]

  /// The remarks on a document, in its order: all that blocks, and what a person should look at.
  ///
  /// What a review has exempted, and what merely might help to tell people apart, has none.
  package static func remarks(on audit: DocumentAudit) -> [FindingRemark] {
    let document = MaskedDocument(audit, reveal: nil)
    return audit.findings.filter(deservesOne).map { finding in
      FindingRemark(location: finding.location, lines: lines(about: finding, in: document))
    }
  }

  private static func deservesOne(_ finding: Finding) -> Bool {
    switch finding.status {
    case .suppressed, .existing: false
    case .new, .expired: finding.blocking || finding.severity >= .medium
    }
  }

  private static func lines(about finding: Finding, in document: MaskedDocument) -> [String] {
    let weight = Wording.capitalised(FindingSentence.weight(finding))
    let effect = finding.blocking ? "" : ", does not block"
    var lines = ["\(FindingSentence.what(finding, in: document)). \(weight)\(effect)."]
    let why = FindingReasons.words(finding, against: false, atMost: 3)
    if !why.isEmpty { lines.append("Why: \(why)") }
    let against = FindingReasons.words(finding, against: true, atMost: 2)
    if !against.isEmpty { lines.append("Against: \(against)") }
    if !finding.suggestion.isEmpty {
      lines.append("Instead: \(Wording.stopped(finding.suggestion))")
    }
    return lines
  }
}
