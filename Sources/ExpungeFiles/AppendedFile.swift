import Glibc

/// Adds to the end of a file that another program keeps, such as a build server's summary.
package enum AppendedFile {
  /// Adds the bytes; makes the file, for its owner alone, when it is missing.
  ///
  /// A symbolic link is not followed.
  /// - Parameter name: how errors call the file.
  package static func append(
    _ bytes: [UInt8], to path: FilePath, name: String
  ) throws(FileError) {
    let descriptor = path.withCString {
      open($0, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0o600)
    }
    guard descriptor >= 0 else { throw .last(.write, at: name) }
    defer { close(descriptor) }
    if let code = writeAll(bytes, to: descriptor) {
      throw FileError(.write, FileError.Reason(errno: code), at: name)
    }
  }
}
