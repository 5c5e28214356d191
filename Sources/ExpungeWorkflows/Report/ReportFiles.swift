import ExpungeFiles
package import ExpungeReporting
import Glibc

/// The files that a run's reports go into: all of them appear when it ends well, or none.
package struct ReportFiles: ~Copyable {
  private var files: [ReportFile] = []

  /// Opens a temporary beside each file, so that what cannot be written is known before the run begins.
  ///
  /// - Parameter isRevealing: whether values may be shown; such a file is its owner's alone.
  /// - Throws: `ConfigurationError` when two reports ask for one file or a path is a folder; `FileError`
  ///   when a file is there already or cannot be made.
  package init<Format>(_ requests: [ReportRequest<Format>], isRevealing: Bool = false) throws {
    var taken: Set<FilePath> = []
    for request in requests {
      let name = "the \(request.format.rawValue) report"
      guard request.file.bytes.last != UInt8(ascii: "/"), !ReportFiles.isFolder(request.file) else {
        throw ConfigurationError(
          "\(name) cannot be written: its path is a folder; name a file in it")
      }
      guard taken.insert(ReportFiles.real(request.file)).inserted else {
        throw ConfigurationError("two reports go to one file: give each --report a file of its own")
      }
      let isPrivate = isRevealing && !request.format.isForPipelines
      files.append(
        ReportFile(
          try AtomicFile.create(request.file, name: name, mode: isPrivate ? 0o600 : 0o644)))
    }
  }

  /// Where each report's bytes go, in the order of the requests.
  package var sinks: [ByteSink] {
    files.map { file in { try file.write($0) } }
  }

  /// Gives all files their names, or removes what was made.
  ///
  /// - Throws: `FileError` when one of them cannot be finished; `ConfigurationError` when something is
  ///   left behind then.
  package consuming func publish() throws {
    do {
      for file in files { try file.publish() }
      ProvisionalFiles.keep()
    } catch {
      guard ProvisionalFiles.removeAll() == 0 else {
        throw ConfigurationError("\(error); a report that was written could not be removed")
      }
      throw error
    }
  }

  private static func isFolder(_ path: FilePath) -> Bool {
    var status = stat()
    return stat(path.text, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder's real path with the name: what two ways of writing one path share.
  private static func real(_ path: FilePath) -> FilePath {
    guard let folder = realpath(path.folder.text, nil) else { return path }
    defer { free(folder) }
    return FilePath(String(cString: folder)).appending(path.lastComponent)
  }
}

/// One file of them; shared with the reporter that writes it.
private final class ReportFile {
  private var file: AtomicFile?

  init(_ file: consuming AtomicFile) { self.file = consume file }

  func write(_ bytes: [UInt8]) throws { try file?.write(bytes) }

  func publish() throws { try file.take()?.publish() }
}
