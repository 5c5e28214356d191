package import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// A place of the copy that judgement explained: what lies inside is no survivor, but is counted.
package struct ExplainedPlace: Sendable, Hashable {
  /// Bytes of the part's text.
  package let range: ByteRange
  /// What explains it: a guard's identifier, "suppressed", "outside-scope". Never a value.
  package let reason: String
  /// Where a finding of another kind explains it ("Kent", a place): the kind. A value removed under
  /// the same label is not explained by it. Nil explains every value.
  package let label: Label?

  package init(range: ByteRange, reason: String, label: Label? = nil) {
    self.range = range
    self.reason = reason
    self.label = label
  }

  /// What the findings of the copy explain, for each part: those that a person suppressed, and those
  /// that stay because they do not block. What guards veto is for the caller to add.
  package static func places(of audit: DocumentAudit) -> [[ExplainedPlace]] {
    var places = [[ExplainedPlace]](repeating: [], count: audit.document?.parts.count ?? 0)
    // What speaks of a layer or a link as such says nothing about the words in it.
    for finding in audit.findings
    where !finding.blocking && finding.label != .fileLayer && finding.label != .publicationRule {
      guard let location = finding.location, places.indices.contains(location.part) else {
        continue
      }
      let isSuppressed = finding.status == .suppressed
      places[location.part].append(
        ExplainedPlace(
          range: location.range, reason: isSuppressed ? "suppressed" : "outside-scope",
          label: isSuppressed ? nil : finding.label))
    }
    return places
  }
}
