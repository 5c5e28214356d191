import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// What a format for pipelines says about a finding: no value, and no word of the document.
enum FindingSentence {
  /// "A name in the file name".
  static func what(_ finding: Finding, in document: MaskedDocument) -> String {
    let what = Wording.capitalised(Wording.indefinite(finding.label))
    guard let part = finding.location.flatMap({ document.part($0.part) }), !part.isMainBody
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

  /// "Not read: the whole document: the reader stopped (limit: reader-seconds)."
  static func unread(_ unread: Unread) -> String {
    "Not read: \(unread.part ?? "the whole document"): "
      + "\(Wording.unstopped(unread.reason))\(details(of: unread))."
  }

  /// " (limit: reader-seconds)", " (sha256 9c56cc51b374…)": what an unread item is called by elsewhere.
  static func details(of unread: Unread) -> String {
    if let limit = unread.limit { return " (limit: \(limit))" }
    return unread.contentHash.map { " (sha256 \(short($0)))" } ?? ""
  }

  /// "Accepted unread: picture 1: the house's letterhead (approved by Head of Casework, …)."
  static func acknowledged(_ item: Acknowledged) -> String {
    "Accepted unread: \(item.item.part ?? "the whole document"): \(acceptance(item))."
  }

  /// "the house's letterhead (approved by Head of Casework, until 2027-05-01; sha256 9c56cc51b374…)"
  static func acceptance(_ item: Acknowledged) -> String {
    let acknowledgement = item.acknowledgement
    let end = acknowledgement.until.map { ", until \($0)" } ?? ""
    return "\(Wording.unstopped(acknowledgement.reason)) "
      + "(approved by \(acknowledgement.approver)\(end); sha256 \(short(acknowledgement.sha256)))"
  }

  /// As much of a hash as tells two pictures apart on a page; the JSON holds it whole.
  private static func short(_ hash: String) -> String { "\(hash.prefix(12))…" }
}
