import CProcess
import Glibc

/// A file that appears under its name whole, or not at all.
///
/// Written beside its target under a recognisable name (`.expunge-….part`), synced, then renamed
/// without replacing. Dropped unpublished, on an error or on a signal, it leaves nothing behind.
package struct AtomicFile: ~Copyable {
  private let folder: Int32
  private let descriptor: Int32
  private let temporary: FilePath
  /// Its name in the folder.
  private let target: FilePath
  private let targetPath: FilePath
  private let name: String
  private let replaces: Bool
  private let slot: Int32

  /// Opens a temporary beside the target.
  ///
  /// Unless it is to be replaced, fails early if the target exists already; `publish` looks again.
  /// - Parameters:
  ///   - name: how errors call the target.
  ///   - mode: permission bits, lessened by the process's mask.
  ///   - replaces: whether a file of that name makes way for this one, at once and whole.
  package static func create(
    _ target: FilePath, name: String, mode: UInt32 = 0o600, replaces: Bool = false
  ) throws(FileError) -> AtomicFile {
    let folder = target.folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard folder >= 0 else { throw .last(.write, at: name) }
    let targetName = FilePath(bytes: target.lastComponent)
    var existing = stat()
    if !replaces,
      targetName.withCString({ fstatat(folder, $0, &existing, AT_SYMLINK_NOFOLLOW) }) == 0
    {
      close(folder)
      throw FileError(.write, .alreadyExists, at: name)
    }
    let temporary = FilePath(bytes: temporaryName())
    // Entered before it exists, so that no signal can come between.
    let slot = target.folder.appending(temporary.bytes).withCString { expunge_temporary_add($0) }
    guard slot >= 0 else {
      let error = FileError.last(.write, at: name)
      close(folder)
      throw error
    }
    let descriptor = temporary.withCString {
      openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    guard descriptor >= 0 else {
      let error = FileError.last(.write, at: name)
      expunge_temporary_remove(slot)
      close(folder)
      throw error
    }
    return AtomicFile(
      folder: folder, descriptor: descriptor, temporary: temporary, target: targetName,
      targetPath: target, name: name, replaces: replaces, slot: slot)
  }

  deinit {
    _ = temporary.withCString { unlinkat(folder, $0, 0) }
    expunge_temporary_remove(slot)
    close(descriptor)
    close(folder)
  }

  /// Takes over the rights and the owner of the file that it is to replace.
  ///
  /// - Parameter bytes: what that file must still hold.
  /// - Throws: when the file has changed, is a link, or has a second name that would keep its words.
  package func takeOver(from original: FilePath, holding bytes: [UInt8]) throws(FileError) {
    var status = stat()
    guard original.withCString({ lstat($0, &status) }) == 0 else { throw .last(.write, at: name) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.write, .linkLoop, at: name) }
    guard status.st_nlink == 1 else { throw FileError(.write, .hasOtherNames, at: name) }
    guard try FileBytes.read(original, name: name, limit: bytes.count) == bytes else {
      throw FileError(.write, .changedWhileRead, at: name)
    }
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { throw .last(.write, at: name) }
    if own.st_uid != status.st_uid || own.st_gid != status.st_gid {
      guard fchown(descriptor, status.st_uid, status.st_gid) == 0 else {
        throw .last(.write, at: name)
      }
    }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .last(.write, at: name) }
  }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    if let code = writeAll(bytes, to: descriptor) {
      throw FileError(.write, FileError.Reason(errno: code), at: name)
    }
  }

  /// Gives the file its name, if nothing has taken it meanwhile; provisionally, so that it stays only
  /// if the run finishes (`ProvisionalFiles`).
  package consuming func publish() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw .last(.write, at: name) }
    if replaces {
      let renamed = temporary.withCString { from in
        target.withCString { to in renameat(folder, from, folder, to) }
      }
      guard renamed == 0 else { throw .last(.write, at: name) }
    } else {
      try ProvisionalFiles.make(targetPath, isFolder: false, name: name) {
        temporary.withCString { from in
          target.withCString { to in expunge_rename_new(folder, from, folder, to) }
        }
      }
    }
    // Some file systems cannot sync a folder (EINVAL); the file itself is safe by then.
    if fsync(folder) != 0, errno != EINVAL, errno != ENOTSUP {
      let error = FileError.last(.write, at: name)
      if !replaces { _ = target.withCString { unlinkat(folder, $0, 0) } }
      throw error
    }
  }

  /// Removes what was written.
  package consuming func withdraw() {}

  private static func temporaryName() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)
    let random = (0..<16).map { _ in digits[Int(generator.next() % 32)] }
    return temporaryPrefix + random + temporarySuffix
  }

  private static let temporaryPrefix = Array(".expunge-".utf8)
  private static let temporarySuffix = Array(".part".utf8)

  /// Whether a file's name is one that an unfinished run left.
  package static func isTemporaryName(_ name: some Collection<UInt8>) -> Bool {
    let name = Array(name)
    return name.starts(with: temporaryPrefix)
      && name.reversed().starts(with: temporarySuffix.reversed())
  }
}
