import ExpungeFiles
import ExpungeJudgement
import ExpungeText

extension AuditRun {
  /// Plans to examine what changed in a repository, from its objects.
  ///
  /// - Throws: `ConfigurationError` when there is no git to run.
  package func plan(
    _ changes: [GitChange], of repository: GitRepository
  ) throws(ConfigurationError) -> Plan {
    let blobs = try GitBlobs(repository)
    var auditor = DocumentAuditor(engine: engine)
    var entries: [FileWalk.Entry] = []
    var objects: [String?] = []
    var excluded: [Excluded] = []
    for change in changes {
      guard let outcome = outcome(of: change, in: repository, blobs) else { continue }
      let entry = FileWalk.Entry(path: change.path, outcome: outcome, isNamed: false)
      if case .excluded(let reason) = outcome {
        excluded.append(auditor.excluded(entry, reason: reason))
        continue
      }
      entries.append(entry)
      if case .blob(let object) = change.content {
        objects.append(object)
      } else {
        objects.append(nil)
      }
    }
    return Plan(
      entries: entries, excluded: excluded, source: .repository(blobs, objects: objects))
  }

  /// Nil for a file that is gone.
  private func outcome(
    of change: GitChange, in repository: GitRepository, _ blobs: GitBlobs
  ) -> FileWalk.Entry.Outcome? {
    if engine.options.exclude.holds(PathText.joined(repository.root, change.path.text)) {
      return .excluded(Excluded.bySettings)
    }
    switch change.content {
    case .removed: return nil
    case .symbolicLink: return .excluded("a symbolic link")
    case .submodule:
      return .unread("it is a repository of its own, a submodule; run the gate in that one")
    case .conflict:
      return .unread("its versions are in conflict; resolve them and add the file")
    case .blob(let object):
      return FileWalk.outcome(of: change.path) {
        guard
          case .bytes(let bytes) = blobs.content(
            of: object, limit: engine.options.limits.documentBytes)
        else { return nil }
        return Array(bytes.prefix(FileWalk.headBytes))
      }
    }
  }
}
