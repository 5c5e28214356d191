import ExpungeDetection
import ExpungeJudgement

/// What every report for people keeps from document to document: who may see what, how documents are
/// called, the verdict so far.
struct ReaderView {
  /// Leave to show what findings hold; nil shows labels.
  let reveal: Reveal?
  private var paths: ShownPaths
  private(set) var header: AuditHeader?
  private var verdict = VerdictLine()
  /// Documents that a report counts and does not show.
  private(set) var quietDocuments = 0

  /// One document as such a report shows it.
  struct Entry {
    let audit: DocumentAudit
    /// Its place in the run, from 1.
    let number: Int
    let path: String
    let document: MaskedDocument
    let groups: FindingGroups
  }

  init(reveal: Reveal?, paths: PathStyle) {
    self.reveal = reveal
    self.paths = ShownPaths(reveal == nil ? paths : .real)
  }

  mutating func begin(_ header: AuditHeader) { self.header = header }

  /// The document, or nil when there is nothing to show of it and it was only counted.
  ///
  /// - Parameter isQuiet: whether findings alone make it worth no more than a count.
  mutating func entry(
    _ audit: DocumentAudit, isQuiet: (FindingGroups) -> Bool = { _ in false }
  ) -> Entry? {
    verdict.add(audit)
    let path = paths.next(audit)
    let groups = FindingGroups(audit.findings, failOn: header?.failOn ?? .high)
    let isEmpty =
      audit.findings.isEmpty && audit.complete && audit.markers.isEmpty
      && audit.acknowledged.isEmpty
    guard !isEmpty, !isQuiet(groups) else {
      quietDocuments += 1
      return nil
    }
    return Entry(
      audit: audit, number: paths.number, path: path,
      document: MaskedDocument(audit, reveal: reveal), groups: groups)
  }

  func excluded(_ item: Excluded, at index: Int) -> String { paths.excluded(item, at: index) }

  func sentence(_ summary: AuditSummary) -> (text: String, tone: Tone) { verdict.sentence(summary) }
}
