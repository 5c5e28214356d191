import ExpungeFiles
import ExpungeText

/// Where the bytes of a run's documents come from.
package enum DocumentSource: Sendable {
  case disk
  /// Objects of a repository, one for each entry of the plan that is a document; nil for others.
  case repository(GitBlobs, objects: [String?])

  enum Answer {
    case bytes([UInt8])
    case unread(Unread)
  }

  /// The bytes of an entry, or why there are none.
  ///
  /// - Parameter number: its place in the plan, from 0.
  func bytes(
    of entry: FileWalk.Entry, number: Int, shown: String, limit: Int
  ) -> Answer {
    switch self {
    case .disk:
      do {
        return .bytes(
          try FileBytes.read(argument: entry.path, name: shown, limit: limit))
      } catch {
        return .unread(
          Unread(
            reason: error.reason.unreadWords,
            limit: error.reason.isOverLimit ? "document-bytes" : nil))
      }
    case .repository(let blobs, let objects):
      guard let object = objects[number] else {
        return .unread(Unread(reason: "the repository holds no content for it"))
      }
      switch blobs.content(of: object, limit: limit) {
      case .overLimit:
        return .unread(
          Unread(reason: "it is larger than \(limit) bytes", limit: "document-bytes"))
      case .missing:
        return .unread(Unread(reason: "the repository does not hold its content here"))
      case .bytes(let bytes) where bytes.starts(with: Self.pointerOpening):
        return .unread(Unread(reason: "it is a pointer of Git LFS, and not the file itself"))
      case .bytes(let bytes):
        return .bytes(bytes)
      }
    }
  }

  private static let pointerOpening = Array("version https://git-lfs.github.com/spec/".utf8)
}
