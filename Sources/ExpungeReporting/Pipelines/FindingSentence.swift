import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// What a format for pipelines says about a finding: no value, and no word of the document.
enum FindingSentence {
  /// "A name in the file name".
  static func what(_ finding: Finding, in document: MaskedDocument) -> String {
    let what = Wording.capitalised(Wording.indefinite(finding.label))
    guard let part = finding.location.flatMap({ document.part($0.part) }), part.kind != .body
    else { return what }
    let name = PlaceWords.name(of: part)
    return part.kind == .fileName ? "\(what) in the \(name)" : "\(what) in \(name)"
  }

  /// "A name blocks publication: critical, very likely (86%). Use the letter …"
  static func full(_ finding: Finding, in document: MaskedDocument) -> String {
    var advice = finding.suggestion.isEmpty ? "" : Wording.stopped(finding.suggestion)
    // A pack says either a sentence or the words to write.
    if let first = advice.first { advice = first.isLowercase ? " Write \(advice)" : " \(advice)" }
    return "\(what(finding, in: document)) \(effect(finding)): \(weight(finding)).\(advice)"
  }

  /// "critical, very likely (86%)".
  static func weight(_ finding: Finding) -> String {
    "\(finding.severity.name), \(Wording.confidence(finding.confidence))"
  }

  private static func effect(_ finding: Finding) -> String {
    if finding.blocking { return "blocks publication" }
    return switch finding.status {
    case .suppressed: "is exempt by a review"
    case .existing: "is in the baseline, not yet reviewed"
    case .new, .expired: "does not block"
    }
  }

  /// "Not read: the reader stopped (limit: reader-seconds)."
  static func unread(_ unread: Unread) -> String {
    let limit = unread.limit.map { " (limit: \($0))" } ?? ""
    return "Not read: \(unread.part ?? "the whole document"): "
      + "\(Wording.unstopped(unread.reason))\(limit)."
  }
}
