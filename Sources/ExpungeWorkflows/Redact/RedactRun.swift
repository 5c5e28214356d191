import ExpungeDetection
import ExpungeFiles
import ExpungeHashing
package import ExpungeJudgement
import ExpungeRedaction
import ExpungeReporting
package import ExpungeText

/// Writes redacted copies of files and folders, each only when it is proved.
package struct RedactRun {
  private let run: AuditRun
  private let options: RedactOptions

  package init(run: AuditRun, options: RedactOptions) {
    self.run = run
    self.options = options
  }

  /// What became of one document.
  package struct Outcome: Sendable {
    package enum Result: Sendable {
      case written
      /// It could not be proved, and was not written.
      case notProved([String])
      /// Something of it was not read, so there is no copy.
      case unread([Unread])
    }

    /// The copy's path below the output folder, without anything that was removed; of a document
    /// that was not read, its own path as it may be shown.
    package let name: String
    package let result: Result
    package let replacements: Int
  }

  /// Redacts everything that the paths stand for and writes the manifest last.
  ///
  /// A copy appears under its name whole, and copies stay only with the manifest that speaks for them:
  /// when the run fails or is stopped half-way, everything it has made is removed. Of a run that was
  /// killed outright copies may stay; that there is no manifest tells them.
  /// - Returns: the exit code of the run.
  /// - Throws: `ConfigurationError` and `FileError`; what `report` throws.
  package func redact(
    _ paths: [String], report: (Outcome) throws -> Void
  ) throws -> ExitCode {
    do {
      let code = try perform(paths, report: report)
      ProvisionalFiles.keep()
      return code
    } catch {
      let left = ProvisionalFiles.removeAll()
      guard left == 0 else {
        throw ConfigurationError(
          "\(error); what was written could not be removed: remove the output folder by hand")
      }
      throw error
    }
  }

  private func perform(
    _ paths: [String], report: (Outcome) throws -> Void
  ) throws -> ExitCode {
    let plan = try run.plan(paths)
    let folder = try OutputFolder(options.output, inputs: paths)
    var names = OutputNames()
    let ordinaryWords = run.engine.library.words(ofLexicon: "names-that-are-words")
    var auditor = DocumentAuditor(engine: run.engine, key: run.key)
    var manifest = ManifestWriter()
    let record = try folder.create(
      names.claim(OutputFolder.manifestName), shownAs: OutputFolder.manifestName)
    try record.write(
      manifest.begin(run.engine.header, style: options.style, scope: options.scope))
    var number = 0
    var hasFailures = false
    var hasUnread = false
    try run.run(plan, keepsBytes: true) { item in
      number += 1
      let (entry, outcome) = try redact(
        item, number: number, into: folder, names: &names, ordinaryWords: ordinaryWords,
        auditor: &auditor, arguments: paths)
      switch outcome.result {
      case .written: break
      case .notProved: hasFailures = true
      case .unread: hasUnread = true
      }
      try record.write(manifest.add(entry))
      try report(outcome)
    }
    try record.write(manifest.finish())
    try record.publish()
    return hasUnread ? .incomplete : hasFailures ? .blocked : .clean
  }

  private func redact(
    _ item: AuditRun.Item, number: Int, into folder: borrowing OutputFolder,
    names: inout OutputNames,
    ordinaryWords: Set<String>, auditor: inout DocumentAuditor, arguments: [String]
  ) throws -> (ManifestEntry, Outcome) {
    let audit = item.examined.audit
    guard
      let plan = RedactionPlan(for: audit, style: options.style, scope: options.scope)
    else {
      let shown =
        options.paths == .real
        ? audit.path : MaskedPath(audit).shown(audit.path, number: number)
      return (
        entry(audit, name: names.claim("unread"), hash: nil, plan: nil, proof: nil),
        Outcome(name: shown, result: .unread(audit.unread), replacements: 0)
      )
    }
    let search = SurvivorSearch(
      for: plan.removed, foldings: run.engine.library.foldings, ordinaryWords: ordinaryWords)
    let name = names.claim(
      outputName(for: item, plan: plan, search: search, arguments: arguments))
    let copy: RedactedCopy
    do {
      copy = try RedactedCopy(
        of: item, name: String(name.split(separator: "/").last ?? ""), plan: plan,
        search: search, auditor: &auditor)
    } catch {
      let reason =
        if case .notApplicable(let sentence) = error { sentence } else { "it was not read" }
      return (
        entry(audit, name: name, hash: nil, plan: plan, proof: nil),
        Outcome(name: name, result: .notProved([reason]), replacements: 0)
      )
    }
    guard copy.proof.isProved else {
      let result: Outcome.Result =
        copy.proof.unread.isEmpty ? .notProved(copy.proof.failures) : .unread(copy.proof.unread)
      return (
        entry(audit, name: name, hash: nil, plan: plan, proof: copy.proof),
        Outcome(name: name, result: result, replacements: 0)
      )
    }
    try folder.makeFolders(above: name)
    let file = try folder.create(name, shownAs: name)
    try file.write(copy.bytes)
    try file.publish()
    return (
      entry(
        audit, name: name, hash: SHA256.digest(of: copy.bytes).hexadecimal, plan: plan,
        proof: copy.proof),
      Outcome(name: name, result: .written, replacements: plan.edits.count)
    )
  }

  private func entry(
    _ audit: DocumentAudit, name: String, hash: String?, plan: RedactionPlan?, proof: ProofResult?
  ) -> ManifestEntry {
    ManifestEntry(
      outputName: name, format: audit.document?.format, outputSHA256: hash,
      inputIdentifier: audit.inputIdentifier, plan: plan, proof: proof, unread: audit.unread)
  }

  /// Below a folder that was named the path stays; a folder whose name leaks or holds what was removed
  /// is left out of it, and no name leads out of the output folder.
  private func outputName(
    for item: AuditRun.Item, plan: RedactionPlan, search: SurvivorSearch, arguments: [String]
  ) -> String {
    if item.path.isStandardInput { return "standard-input.txt" }
    let own = String(decoding: item.path.lastComponent, as: UTF8.self)
    let name = plan.fileName.map { String(decoding: $0, as: UTF8.self) } ?? own
    let root = arguments.filter { item.path.text.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
      .max { $0.count < $1.count }
    guard let root else { return name }
    let pieces = item.path.text.split(separator: "/", omittingEmptySubsequences: false)
    let first = root.count { $0 == "/" } + (root.hasSuffix("/") ? 0 : 1)
    let folders = pieces.indices.dropLast().dropFirst(first).filter { index in
      !["", ".", ".."].contains(pieces[index])
        && !item.examined.audit.leakingPieces.contains(index)
        && search.search(fileName: Array(pieces[index].utf8)).survivorCount == 0
    }
    return (folders.map { String(pieces[$0]) } + [name]).joined(separator: "/")
  }
}
