import ExpungeFiles
import ExpungeJudgement

extension DocumentAuditor {
  /// Something found and not asked for, with what its name gives away.
  mutating func excluded(_ entry: FileWalk.Entry, reason: String) -> Excluded {
    let path = entry.path.text
    return Excluded(
      path: path,
      leakingPieces: leakingPieces(of: path, file: entry.isFolder ? .folder : .unread),
      reason: reason)
  }
}
