import ExpungeDetection
import ExpungeDocuments
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText

/// One document, redacted in memory, read and scanned again, and hunted for what was removed.
struct RedactedCopy {
  /// The copy's bytes; to be written only when `proof.isProved`.
  let bytes: [UInt8]
  let plan: RedactionPlan
  let proof: ProofResult
  /// The copy, read again.
  let readAgain: Document?

  /// Why there is no copy at all.
  enum Failure: Error {
    case unread
    /// One sentence without a value.
    case notApplicable(String)
  }

  /// - Parameters:
  ///   - name: the copy's file name; nil for standard input.
  ///   - search: for what the plan removes.
  init(
    of item: AuditRun.Item, name: String?, plan: RedactionPlan, search: SurvivorSearch,
    auditor: inout DocumentAuditor
  ) throws(Failure) {
    guard let document = item.examined.audit.document else { throw .unread }
    do {
      bytes = try FileEdits.apply(
        MarkerCuts(of: item.examined.audit, in: item.bytes).joined(with: plan)
          .map { FileEdit(source: $0.source, replacement: $0.replacement) },
        to: item.bytes, format: document.format, encoding: document.encoding)
    } catch {
      throw .notApplicable(error.description)
    }
    self.plan = plan
    var copy = auditor.examine(
      bytes, path: name ?? "standard input", name: name, allGuards: true)
    ReviewedFindings(of: item.examined.audit).apply(to: &copy.audit)
    readAgain = copy.audit.document
    let explained = RedactedCopy.explained(in: copy)
    let parts =
      copy.audit.document.map { search.search($0, explained: explained) } ?? SurvivorReport()
    proof = ProofResult(
      plan: plan, copy: copy.audit, unreadOriginal: item.examined.audit.unread, search: search,
      parts: parts, fileName: search.search(fileName: Array((name ?? "").utf8)),
      raw: RawSurvivorSearch(search, explainedBy: parts).search(bytes),
      rawViews: RawSurvivorSearch.views(of: bytes))
  }

  /// What judgement explained in the copy: guards that speak about names, and findings left on purpose.
  private static func explained(in copy: DocumentAuditor.Examined) -> [[ExplainedPlace]] {
    var places = ExplainedPlace.places(of: copy.audit)
    for (part, explained) in zip(places.indices, copy.explained) {
      places[part] += explained.map {
        ExplainedPlace(range: $0.range, reason: $0.guardIdentifier)
      }
    }
    return places
  }
}
