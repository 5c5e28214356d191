import ExpungeDetection
package import ExpungeDocuments
import ExpungeFiles
package import ExpungeHashing
package import ExpungeJudgement
package import ExpungeText
import PCRE2

/// One worker: reads a file's bytes, scans and judges every part.
///
/// Owns an engine's scratch memory and a reader; used by one thread at a time.
package struct DocumentAuditor: ~Copyable {
  private let engine: AuditEngine
  private var scanner: Scanner
  private var scratch: Scratch
  private let reader: DocumentReader
  private let key: HashKey?
  private let acknowledgements: Acknowledgements
  /// Whether a folder's name leaks: most files stand in the same folders.
  private var knownFolders: [String: Bool] = [:]

  package init(engine: AuditEngine, key: HashKey? = nil) {
    self.engine = engine
    self.key = key
    scanner = Scanner(rules: engine.rules)
    scratch = Scratch(matchLimit: engine.options.limits.patternUnits)
    reader = DocumentReader(limits: engine.options.limits, contentHash: SHA256.hexadecimal(of:))
    acknowledgements = Acknowledgements(engine.options.acknowledged)
  }

  /// What an audit gives beside the report's facts.
  package struct Examined: Sendable {
    package var audit: DocumentAudit
    /// For each part: stretches that a guard explains so that no name is found there.
    package var explained: [[Judgement.Explained]]
    /// What became of every hit; only when asked.
    package var considered: [Considered]
    /// Every guard that speaks; only when asked.
    package var heard: [HeardGuard] = []
    /// The document's pseudonyms and whose they are; only when asked.
    package var cast: DocumentCast?
    /// The files of a zip file, each a document of its own.
    package var archive: FileContents?
  }

  private static let isArchive = Unread(
    reason: "a zip file of other files, which this command does not read; unpack it")

  /// Audits the bytes of a file.
  ///
  /// - Parameters:
  ///   - path: as shown in reports.
  ///   - name: the file's name, which is examined as a part of its own; nil for standard input.
  ///   - otherVersions: files beside it that are called as versions of it are.
  ///   - explains: whether to keep what became of every hit.
  ///   - keepsCast: whether to hand back the cast list.
  ///   - allGuards: whether to look for every guard, so that `explained` is complete; otherwise only
  ///     where a guard can change a finding.
  package mutating func examine(
    _ bytes: [UInt8], path: String, name: String?, otherVersions: Int = 0, explains: Bool = false,
    keepsCast: Bool = false, allGuards: Bool = false
  ) -> Examined {
    switch reader.read(bytes: bytes, path: FilePath(name ?? "")) {
    case .unread(let unread):
      return Examined(
        audit: DocumentAudit(path: path, document: nil, unread: unread, findings: []),
        explained: [], considered: [])
    case .archive(let contents):
      return Examined(
        audit: DocumentAudit(path: path, document: nil, unread: [Self.isArchive], findings: []),
        explained: [], considered: [], archive: contents)
    case .document(var document):
      if otherVersions > 0 { document.facts[.otherVersions] = otherVersions }
      return examine(
        document, bytes: bytes, path: path, name: name, explains: explains, keepsCast: keepsCast,
        allGuards: allGuards || explains)
    }
  }

  /// The programs that take wrappings off, with their versions; empty before they were needed.
  package var unpackers: [String] { reader.unpackers }

  /// A packed file with other contents in some of its entries.
  package func rewrite(
    _ bytes: [UInt8], with changes: [EntryChange]
  ) throws(RewritingError) -> [UInt8] {
    try reader.rewrite(bytes, with: changes)
  }

  /// What a packed file holds, unpacked by other means than `examine` uses; nil for other files.
  package func secondReading(
    of bytes: [UInt8], format: Document.Format
  ) throws(RewritingError) -> FileContents? {
    try reader.secondReading(of: bytes, format: format)
  }

  /// Audits words that stand alone: a name of a file that was not read, a folder's, a sentence.
  ///
  /// The audit's document has one part, the words.
  package mutating func examine(words: String) -> DocumentAudit {
    examine(
      Document(format: .plainText, parts: []), bytes: [], path: "", name: words, explains: false,
      keepsCast: false, allGuards: false
    ).audit
  }

  /// Pieces of a path, by their number between its "/", that must not be shown.
  ///
  /// A folder is hidden for a direct identifier, a file for any finding; what could not be examined
  /// is hidden too. The name of a file that was not read is hidden unless it is harmless by itself: it
  /// may be a surname alone, which no rule can know.
  package mutating func leakingPieces(of path: String, file: FileName) -> Set<Int> {
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var leaking: Set<Int> = []
    for (index, piece) in pieces.enumerated() where !piece.isEmpty && piece != "." && piece != ".."
    {
      if index < pieces.count - 1 || file == .folder {
        if folderLeaks(piece) { leaking.insert(index) }
      } else if file != .examinedWithDocument {
        let audit = examine(words: piece)
        let isHarmless = file == .chosen || engine.harmlessFileName.allows(piece)
        if !audit.complete || !audit.findings.isEmpty || !isHarmless { leaking.insert(index) }
      }
    }
    return leaking
  }

  /// What is known about the last piece of a path.
  package enum FileName: Sendable {
    /// The document was read, and its name is one of its parts.
    case examinedWithDocument
    /// Chosen for the report by whoever started the run, as for standard input.
    case chosen
    /// Of a file that was not read.
    case unread
    case folder
  }

  private mutating func folderLeaks(_ name: String) -> Bool {
    if let known = knownFolders[name] { return known }
    let audit = examine(words: name)
    let leaks = !audit.complete || audit.findings.contains { $0.label.isDirect }
    if knownFolders.count >= 4096 { knownFolders.removeAll() }
    knownFolders[name] = leaks
    return leaks
  }

  private mutating func examine(
    _ read: Document, bytes: [UInt8], path: String, name: String?, explains: Bool,
    keepsCast: Bool, allGuards: Bool
  ) -> Examined {
    var document = read
    if let name { document.parts.append(DocumentAuditor.fileName(name)) }
    let readings = document.parts.map {
      Reading(of: $0.text, foldings: engine.library.foldings)
    }
    let structures = document.parts.map {
      DecisionOutline.structure(of: $0, furniture: engine.furniture)
    }
    let judgement = engine.judge.judge(
      document, readings: readings, structures: structures, explains: explains,
      keepsCast: keepsCast, listsExplained: allGuards, with: &scanner, &scratch)
    var (unread, acknowledged) = acknowledgements.divide(
      document.unread, by: engine.judge.policy)
    for failure in judgement.silent {
      unread.append(
        Unread(
          part: document.parts[failure.part].name,
          reason: "the rule \(failure.rule) gave up, so this part is not examined",
          limit: "pattern-units"))
    }
    for failure in judgement.failures {
      unread.append(
        Unread(
          part: document.parts[failure.part].name,
          reason: "the words around what \(failure.rule) found could not be judged",
          limit: "pattern-units"))
    }
    if judgement.cappedNames {
      unread.append(
        Unread(
          reason: "it holds more names than are hunted through a document", limit: "hunted-names"))
    }
    if judgement.capped > 0 {
      unread.append(
        Unread(
          reason:
            "\(judgement.capped) findings beyond the limit are not listed, the least severe first",
          limit: "findings"))
    }
    var audit = DocumentAudit(
      path: path, document: document, structures: structures, unread: unread,
      findings: judgement.findings, words: DocumentAuditor.words(in: document))
    audit.acknowledged = acknowledged
    audit.markers = judgement.markers
    audit.unlisted = judgement.unlisted
    if engine.options.keepsFileLines, document.format != .plainText, document.mapsToFile,
      document.encoding.unitWidth == 1
    {
      audit.fileLines = LineIndex(bytes)
    }
    if engine.options.hashesDocuments, audit.complete, audit.blockingCount == 0 {
      audit.sha256 = SHA256.digest(of: bytes).hexadecimal
    }
    if let key { identify(&audit, bytes: bytes, key: key, readings: readings) }
    return Examined(
      audit: audit, explained: judgement.explained, considered: judgement.considered,
      heard: judgement.heard, cast: judgement.cast)
  }

  /// Keyed identifiers, which only the holder of the key can try values against.
  private func identify(
    _ audit: inout DocumentAudit, bytes: [UInt8], key: HashKey, readings: [Reading]
  ) {
    audit.inputIdentifier = BLAKE2b.digest(of: bytes, .bits128, key: key).hexadecimal
    for index in audit.findings.indices {
      guard let location = audit.findings[index].location else { continue }
      let reading = readings[location.part]
      let range = reading.folded(location.range)
      audit.findings[index].value =
        BLAKE2b.digest(of: Array(reading.text[range.start..<range.end]), .bits128, key: key)
        .hexadecimal
    }
  }

  private static func fileName(_ name: String) -> Part {
    let text = Array(name.utf8)
    return Part(
      name: "file name", kind: .fileName, visibility: .metadata, text: text,
      blocks: text.isEmpty
        ? [] : [Block(kind: .note, range: ByteRange(0, text.count))], source: .none)
  }

  private static func words(in document: Document) -> Int {
    document.parts.filter { $0.visibility == .shown }.reduce(0) { $0 + WordCount.of($1.text) }
  }
}
