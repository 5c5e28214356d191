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
  /// killed outright copies may stay; that there is no manifest tells them. What was replaced in place
  /// was proved, and stays.
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
    let target = try RedactionTarget(options.destination, inputs: paths)
    var names = CopyNames(arguments: paths)
    _ = names.claim(OutputFolder.manifestName)
    var auditor = DocumentAuditor(engine: run.engine, key: run.key)
    var manifest = ManifestWriter()
    let record = try target.manifest()
    try record?.write(
      manifest.begin(run.engine.header, style: options.style, scope: options.scope))
    var cast = try sharedCast(of: plan)
    let ordinaryWords = run.engine.library.words(ofLexicon: "names-that-are-words")
    var number = 0
    var hasFailures = false
    var hasUnread = false
    try run.run(plan, forRedaction: true) { item in
      number += 1
      let task = RedactionAttempt.Task(
        item: item, options: options, engine: run.engine, ordinaryWords: ordinaryWords)
      let (entry, outcome) = try redact(
        task, number: number, into: target, names: &names, cast: &cast, auditor: &auditor)
      switch outcome.result {
      case .written: break
      case .notProved: hasFailures = true
      case .unread: hasUnread = true
      }
      try record?.write(manifest.add(entry))
      try report(outcome)
    }
    try record?.write(manifest.finish())
    try record?.publish()
    return hasUnread ? .incomplete : hasFailures ? .blocked : .clean
  }

  /// The cast that all documents share; nil where each has its own.
  private func sharedCast(of plan: AuditRun.Plan) throws -> Pseudonyms? {
    guard options.together, options.style == .pseudonym else { return nil }
    var cast = Pseudonyms()
    try run.run(plan, forRedaction: true) { item in
      guard let document = item.examined.audit.document else { return }
      cast.gather(
        document, findings: item.examined.audit.findings,
        cast: item.examined.cast ?? DocumentCast())
    }
    return cast
  }

  /// What the style goes by in a document.
  private func words(_ item: AuditRun.Item, _ shared: inout Pseudonyms?) -> StyleWords {
    let cast = item.examined.cast ?? DocumentCast()
    guard options.style == .pseudonym, let document = item.examined.audit.document else {
      return StyleWords(cast: cast)
    }
    let findings = item.examined.audit.findings
    var people = shared ?? Pseudonyms()
    if shared == nil { people.gather(document, findings: findings, cast: cast) }
    let pseudonyms = people.assign(
      document, findings: findings, cast: cast, needs: options.scope.includes)
    if shared != nil { shared = people }
    return StyleWords(pseudonyms: pseudonyms, cast: cast)
  }

  private func redact(
    _ task: RedactionAttempt.Task, number: Int, into target: RedactionTarget,
    names: inout CopyNames, cast: inout Pseudonyms?, auditor: inout DocumentAuditor
  ) throws -> (ManifestEntry, Outcome) {
    let item = task.item
    let audit = item.examined.audit
    let words = words(item, &cast)
    if target.isInPlace, item.isInArchive {
      let name = shown(audit, number)
      let reason = "it lies in a zip file, where nothing is replaced; unpack it, or give --output"
      return (
        entry(audit, name: names.claim("in-archive"), hash: nil, plan: nil, proof: nil),
        Outcome(name: name, result: .notProved([reason]), replacements: 0)
      )
    }
    guard let plan = task.plan(words) else {
      return (
        entry(audit, name: names.claim("unread"), hash: nil, plan: nil, proof: nil),
        Outcome(name: shown(audit, number), result: .unread(audit.unread), replacements: 0)
      )
    }
    let attempt = RedactionAttempt(task, plan, words: words, auditor: &auditor) { plan, search in
      if target.isInPlace {
        let own = String(decoding: item.path.lastComponent, as: UTF8.self)
        return (shown(audit, number), own)
      }
      let name = names.claim(for: item, plan: plan, search: search)
      return (name, String(name.split(separator: "/").last ?? ""))
    }
    let name = attempt.name
    let copy: RedactedCopy
    switch attempt.copy {
    case .success(let made): copy = made
    case .failure(let failure):
      let reason =
        if case .notApplicable(let sentence) = failure { sentence } else { "it was not read" }
      return (
        entry(audit, name: name, hash: nil, plan: attempt.plan, proof: nil),
        Outcome(name: name, result: .notProved([reason]), replacements: 0)
      )
    }
    guard copy.proof.isProved else {
      let result: Outcome.Result =
        copy.proof.unread.isEmpty ? .notProved(copy.proof.failures) : .unread(copy.proof.unread)
      return (
        entry(
          audit, name: name, hash: nil, plan: copy.plan, proof: copy.proof, cuts: copy.cuts),
        Outcome(name: name, result: result, replacements: 0)
      )
    }
    try target.write(copy.bytes, as: name, of: item)
    return (
      entry(
        audit, name: name, hash: SHA256.digest(of: copy.bytes).hexadecimal, plan: copy.plan,
        proof: copy.proof, cuts: copy.cuts),
      Outcome(name: name, result: .written, replacements: copy.plan.edits.count)
    )
  }

  /// How a document is called that keeps its own path.
  private func shown(_ audit: DocumentAudit, _ number: Int) -> String {
    options.paths == .real ? audit.path : MaskedPath(audit).shown(audit.path, number: number)
  }

  private func entry(
    _ audit: DocumentAudit, name: String, hash: String?, plan: RedactionPlan?, proof: ProofResult?,
    cuts: LayerCuts? = nil
  ) -> ManifestEntry {
    ManifestEntry(
      outputName: name, format: audit.document?.format, outputSHA256: hash,
      inputIdentifier: audit.inputIdentifier, plan: plan, proof: proof,
      unread: cuts == nil ? audit.unread : audit.unread.filter { !$0.goesByRule }, cuts: cuts,
      acknowledged: audit.acknowledged)
  }
}
