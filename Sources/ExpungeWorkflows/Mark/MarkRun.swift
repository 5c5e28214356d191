import ExpungeDocuments
import ExpungeFiles
import ExpungeJudgement
import ExpungeReporting
import ExpungeText

/// Writes a confidential copy of a draft with a remark at each finding, for the caseworker.
package struct MarkRun {
  /// How many remarks the copy has.
  package let remarks: Int
  package let complete: Bool
  /// Where the copy stands.
  package let output: String

  /// - Parameters:
  ///   - file: a Word file or a web page.
  ///   - output: a new file; nil for one beside the draft that is named as confidential.
  /// - Throws: `ConfigurationError` when the file cannot be read or marked, `FileError` when the copy
  ///   cannot be written.
  package init(file: String, output: String?, engine: AuditEngine) throws {
    guard !FilePath(argument: file).isStandardInput else {
      throw ConfigurationError("standard input has no place for a marked copy: name a file")
    }
    let read = try NamedFile(file, limits: engine.options.limits)
    var auditor = DocumentAuditor(engine: engine)
    let audit = auditor.examine(read.bytes, path: file, name: read.name).audit
    guard let document = audit.document else {
      throw ConfigurationError(
        "\(file) cannot be marked: \(audit.unread.first?.reason ?? "it is not read")")
    }
    let found = FindingRemark.remarks(on: audit)
    let copy = try Self.copy(of: read.bytes, document, found, auditor, file: file)
    guard case .some = auditor.examine(copy, path: file, name: read.name).audit.document else {
      throw ConfigurationError(
        "\(file) cannot be marked: the marked copy could not be read again, so it was not written")
    }
    let target = output.map { FilePath(argument: $0) } ?? Self.besides(read.path)
    let written = try AtomicFile.create(target, name: target.text, mode: 0o600)
    try written.write(copy)
    try written.publish()
    ProvisionalFiles.keep()
    remarks = found.count
    complete = audit.complete
    self.output = target.text
  }

  private static func copy(
    of bytes: [UInt8], _ document: Document, _ found: [FindingRemark],
    _ auditor: borrowing DocumentAuditor, file: String
  ) throws -> [UInt8] {
    switch document.format {
    case .html:
      let remarks =
        [Remark.warning]
        + found.map { remark in
          Remark(remark, in: document) { $0.kind == .body && $0.visibility == .shown }
        }
      return try FileEdits.apply(
        PageMarks.edits(for: remarks, in: bytes, encoding: document.encoding), to: bytes,
        format: .html, encoding: document.encoding)
    case .word:
      guard let contents = document.contents, let body = document.parts.first?.source.runs.first
      else { break }
      let remarks =
        [Remark.warning]
        + found.map { remark in
          Remark(remark, in: document) { $0.name == "body" || $0.visibility == .deleted }
        }
      guard
        let changes = try WordMarks.changes(for: remarks, in: contents, body: body.source)
      else { break }
      return try auditor.rewrite(bytes, with: changes)
    case .plainText, .markdown, .openDocument, .email:
      throw ConfigurationError("\(file) cannot be marked: give a Word file or a web page")
    }
    throw ConfigurationError("\(file) cannot be marked: it has no text to hang a remark on")
  }

  /// "draft.docx" becomes "draft.confidential-marked.docx".
  private static func besides(_ path: FilePath) -> FilePath {
    let name = path.lastComponent
    let dot = name.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > name.startIndex ? $0 : nil }
    let stem = dot.map { name[..<$0] } ?? name
    let ending = dot.map { name[$0...] } ?? []
    let marked = stem + Array(".confidential-marked".utf8) + ending
    return path.bytes.contains(UInt8(ascii: "/"))
      ? path.folder.appending(marked) : FilePath(bytes: marked)
  }
}
