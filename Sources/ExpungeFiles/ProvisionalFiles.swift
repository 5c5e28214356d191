import CProcess
import Glibc

/// What this process has made under its own name and keeps only if its run finishes.
///
/// Until `keep`, a signal that ends the process removes all of it, and so does `removeAll`: the newest
/// first, so that folders are empty by then.
package enum ProvisionalFiles {
  /// Makes a folder and those above it, as far as they are missing.
  ///
  /// - Parameter name: how errors call it.
  package static func makeFolders(_ path: FilePath, name: String) throws(FileError) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) != 0 else {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw FileError(.write, .notAFolder, at: name)
      }
      return
    }
    let above = path.folder
    if above != path { try makeFolders(above, name: name) }
    try make(path, isFolder: true, name: name) { path.withCString { mkdir($0, 0o777) } }
  }

  /// Keeps everything that was made.
  package static func keep() { expunge_provisional_keep() }

  /// Removes everything that was made; returns how much could not be removed.
  package static func removeAll() -> Int { Int(expunge_provisional_remove()) }

  /// Enters what `body` makes; it gives 0, or -1 with `errno`.
  static func make(
    _ path: FilePath, isFolder: Bool, name: String, _ body: () -> Int32
  ) throws(FileError) {
    guard let entry = path.withCString({ expunge_provisional_hold($0, isFolder ? 1 : 0) }) else {
      throw .last(.write, at: name)
    }
    let result = body()
    let code = errno
    expunge_provisional_settle(entry, result == 0 ? 1 : 0)
    guard result == 0 else { throw FileError(.write, FileError.Reason(errno: code), at: name) }
  }
}
