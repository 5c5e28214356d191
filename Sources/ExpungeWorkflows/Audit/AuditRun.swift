import Dispatch
package import ExpungeFiles
package import ExpungeHashing
package import ExpungeJudgement
import ExpungeText

/// Audits files and folders on several workers and hands the results on in order.
package struct AuditRun: Sendable {
  package let engine: AuditEngine
  package let jobs: Int
  /// What standard input is called in reports.
  package let standardInputName: String
  package let key: HashKey?
  private let versions: DecisionVersions?

  package init(
    engine: AuditEngine, jobs: Int, standardInputName: String = "standard input",
    key: HashKey? = nil
  ) {
    self.engine = engine
    self.jobs = jobs
    self.standardInputName = standardInputName
    self.key = key
    versions = DecisionVersions(for: engine.judge.publication)
  }

  /// What stands for one path of the run.
  package struct Item: Sendable {
    package let path: FilePath
    package let examined: DocumentAuditor.Examined
    /// The file's bytes; kept only for redaction.
    package let bytes: [UInt8]
    /// How many bytes were read.
    package let byteCount: Int
    /// Whether it lies in a zip file, so that it has no file of its own.
    package var isInArchive = false
  }

  /// What a run is to go through, found before it begins.
  package struct Plan: Sendable {
    /// Documents, and what should have been one and is not, in printing order.
    package let entries: [FileWalk.Entry]
    package let excluded: [Excluded]
    /// For each entry, how many files of its folder are called as versions of it are; empty if nobody
    /// asks.
    package var otherVersions: [Int] = []
    /// Where the documents' bytes come from.
    package var source = DocumentSource.disk
  }

  /// Finds what the paths stand for.
  ///
  /// - Throws: `ConfigurationError` when a named path does not exist.
  package func plan(_ paths: [String]) throws(ConfigurationError) -> Plan {
    guard !paths.isEmpty else {
      throw ConfigurationError("nothing to examine: name files, folders, or - for standard input")
    }
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw ConfigurationError("standard input can be read only once: name - once")
    }
    var entries: [FileWalk.Entry] = []
    var excluded: [Excluded] = []
    var auditor = DocumentAuditor(engine: engine)
    for entry in FileWalk.entries(of: paths.map { FilePath(argument: $0) }) {
      switch entry.outcome {
      case .excluded(let reason):
        excluded.append(auditor.excluded(entry, reason: reason))
      case .document where !entry.isNamed && engine.options.exclude.holds(entry.path.text):
        excluded.append(auditor.excluded(entry, reason: Excluded.bySettings))
      case .failed(let reason) where reason.meansAbsent:
        throw ConfigurationError(
          FileError(.read, reason, at: entry.path.text).description)
      case .document, .unread, .failed:
        entries.append(entry)
      }
    }
    var plan = Plan(entries: entries, excluded: excluded)
    if entries.count > 1 { plan.otherVersions = versions?.others(of: entries.map(\.path)) ?? [] }
    return plan
  }

  /// Audits everything of a plan; `consume` gets the items in order, one at a time.
  ///
  /// At most a few documents a worker are in memory at once.
  /// - Parameter forRedaction: whether items keep their bytes and their cast.
  /// - Throws: what `consume` throws.
  package func run(
    _ plan: Plan, forRedaction: Bool = false, consume: (Item) throws -> Void
  ) throws {
    let workers = max(1, min(jobs, plan.entries.count))
    if workers == 1 {
      var auditor = DocumentAuditor(engine: engine, key: key)
      for number in plan.entries.indices {
        for item in items(number, of: plan, forRedaction: forRedaction, auditor: &auditor) {
          try consume(item)
        }
      }
      return
    }
    let delivery = OrderedDelivery<[Item]>(
      count: plan.entries.count, window: workers * 16, waitingLimit: 16 * 1024 * 1024)
    withoutActuallyEscaping(consume) { consume in
      // `OrderedDelivery` calls it under its lock, one worker at a time, before this call returns.
      nonisolated(unsafe) let consume = consume
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        var auditor = DocumentAuditor(engine: engine, key: key)
        while let number = delivery.claim() {
          let items = items(number, of: plan, forRedaction: forRedaction, auditor: &auditor)
          let bytes = items.reduce(0) { $0 + $1.byteCount }
          delivery.give(items, bytes: bytes, for: number) { _, items in
            for item in items { try consume(item) }
          }
        }
      }
    }
    try delivery.rethrow()
  }

  /// What stands for one entry: more than one item where it is a zip file of files.
  private func items(
    _ number: Int, of plan: Plan, forRedaction: Bool, auditor: inout DocumentAuditor
  ) -> [Item] {
    let entry = plan.entries[number]
    let shown = entry.path.isStandardInput ? standardInputName : entry.path.text
    switch entry.outcome {
    case .unread(let reason):
      return [unread(entry, shown: shown, Unread(reason: reason), auditor: &auditor)]
    case .failed(let reason):
      return [unread(entry, shown: shown, Unread(reason: reason.unreadWords), auditor: &auditor)]
    case .excluded(let reason):
      return [unread(entry, shown: shown, Unread(reason: reason), auditor: &auditor)]
    case .document:
      break
    }
    switch plan.source.bytes(
      of: entry, number: number, shown: shown, limit: engine.options.limits.documentBytes)
    {
    case .bytes(let bytes):
      return items(
        File(
          path: entry.path, shown: shown, bytes: bytes,
          otherVersions: plan.otherVersions.isEmpty ? 0 : plan.otherVersions[number]),
        forRedaction: forRedaction, auditor: &auditor)
    case .unread(let why):
      return [unread(entry, shown: shown, why, auditor: &auditor)]
    }
  }

  /// A file of its own, or one within a zip file.
  private struct File {
    let path: FilePath
    let shown: String
    let bytes: [UInt8]
    /// How many zip files are around it.
    var depth = 0
    var otherVersions = 0
  }

  private func items(
    _ file: File, forRedaction: Bool, auditor: inout DocumentAuditor
  ) -> [Item] {
    let name =
      file.path.isStandardInput
      ? nil : String(decoding: file.path.lastComponent, as: UTF8.self)
    var examined = auditor.examine(
      file.bytes, path: file.shown, name: name, otherVersions: file.otherVersions,
      keepsCast: forRedaction)
    if let archive = examined.archive, file.depth < Self.mostArchives {
      let paths = archive.entries.map { file.path.appending($0.name) }
      let otherVersions = versions?.others(of: paths) ?? []
      return archive.entries.enumerated().flatMap { number, entry in
        items(
          File(
            path: paths[number],
            shown: file.shown + "/" + String(decoding: entry.name, as: UTF8.self),
            bytes: Array(archive.bytes(ofEntry: number)), depth: file.depth + 1,
            otherVersions: otherVersions.isEmpty ? 0 : otherVersions[number]),
          forRedaction: forRedaction, auditor: &auditor)
      }
    }
    examined.audit.leakingPieces = auditor.leakingPieces(
      of: file.shown,
      file: name == nil ? .chosen : examined.audit.document == nil ? .unread : .examinedWithDocument
    )
    return [
      Item(
        path: file.path, examined: examined, bytes: forRedaction ? file.bytes : [],
        byteCount: file.bytes.count, isInArchive: file.depth > 0)
    ]
  }

  /// Zip files within zip files that are opened.
  private static let mostArchives = 3

  /// A file that was not read: its name is looked at all the same, since reports show it.
  private func unread(
    _ entry: FileWalk.Entry, shown: String, _ unread: Unread, auditor: inout DocumentAuditor
  ) -> Item {
    var audit = DocumentAudit(path: shown, document: nil, unread: [unread], findings: [])
    audit.leakingPieces = auditor.leakingPieces(
      of: shown,
      file: entry.path.isStandardInput ? .chosen : entry.isFolder ? .folder : .unread)
    return Item(
      path: entry.path,
      examined: DocumentAuditor.Examined(audit: audit, explained: [], considered: []),
      bytes: [], byteCount: 0)
  }
}
