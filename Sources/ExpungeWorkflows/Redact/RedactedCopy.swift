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
  /// What went by rule; nil for a format without such layers.
  let cuts: LayerCuts?
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
  ///   - changes: what becomes of tracked changes.
  init(
    of item: AuditRun.Item, name: String?, plan: RedactionPlan, search: SurvivorSearch,
    changes: TrackedChanges, auditor: inout DocumentAuditor
  ) throws(Failure) {
    guard let document = item.examined.audit.document else { throw .unread }
    guard let cuts = LayerCuts(of: document, changes: changes) else {
      throw .notApplicable(
        changes == .reject
          ? "its tracked changes cannot be rejected here; reject them in a word processor first"
          : "it has tracked changes; accept or reject them first, or say --changes accept or reject"
      )
    }
    self.cuts = document.format.isPacked ? cuts : nil
    let markers = MarkerCuts(
      of: item.examined.audit, in: document.contents?.bytes ?? item.bytes)
    bytes = try Self.bytes(
      of: item, document: document, edits: cuts.joined(with: markers.joined(with: plan)), auditor)
    self.plan = plan
    var copy = auditor.examine(
      bytes, path: name ?? "standard input", name: name, allGuards: true)
    ReviewedFindings(of: item.examined.audit).apply(to: &copy.audit)
    readAgain = copy.audit.document
    let explained = RedactedCopy.explained(in: copy)
    let parts =
      copy.audit.document.map { search.search($0, explained: explained) } ?? SurvivorReport()
    let second = try Self.secondReading(of: bytes, document.format, auditor)
    let raw = second?.bytes ?? bytes
    let places = SecondPlaces(of: copy.audit.document?.contents, in: second)
    proof = ProofResult(
      plan: plan, copy: copy.audit, unreadOriginal: item.examined.audit.unread, search: search,
      parts: parts, fileName: search.search(fileName: Array((name ?? "").utf8)),
      raw: RawSurvivorSearch(search, explainedBy: parts, place: places.place(of:)).search(raw),
      rawViews: RawSurvivorSearch.views(of: raw),
      readers: document.format.isPacked ? auditor.unpackers : [])
  }

  /// The copy's bytes: a file's own changed, or its entries' changed and packed again.
  private static func bytes(
    of item: AuditRun.Item, document: Document, edits: [FileEdit],
    _ auditor: borrowing DocumentAuditor
  ) throws(Failure) -> [UInt8] {
    let entries: [EntryChange]
    do throws(FileEditError) {
      guard let contents = document.contents else {
        return try FileEdits.apply(
          edits, to: item.bytes, format: document.format, encoding: document.encoding)
      }
      entries = try PackedEdits.changes(edits, in: contents)
    } catch {
      throw .notApplicable(error.description)
    }
    guard !entries.isEmpty else { return item.bytes }
    do throws(RewritingError) {
      return try auditor.rewrite(item.bytes, with: entries)
    } catch {
      throw .notApplicable(error.reason)
    }
  }

  private static func secondReading(
    of bytes: [UInt8], _ format: Document.Format, _ auditor: borrowing DocumentAuditor
  ) throws(Failure) -> FileContents? {
    do throws(RewritingError) {
      return try auditor.secondReading(of: bytes, format: format)
    } catch {
      throw .notApplicable(error.reason)
    }
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
