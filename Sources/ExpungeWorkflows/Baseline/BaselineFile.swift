package import ExpungeFiles

/// The baseline on the disk: it appears whole, under its name.
package enum BaselineFile {
  /// - Throws: `ConfigurationError` when something is there already.
  package static func mustNotExist(_ path: String) throws(ConfigurationError) {
    guard !PathText.exists(path) else {
      throw ConfigurationError(
        "\(path) exists already: use expunge baseline update, or name another file with --baseline")
    }
  }

  /// - Parameter replacing: whether a file of that name is replaced by the new one.
  /// - Throws: `FileError` when it cannot be written; the old file is then still there.
  package static func write(
    _ baseline: Baseline, to path: String, replacing: Bool
  ) throws(FileError) {
    let file = try AtomicFile.create(
      FilePath(argument: path), name: path, mode: 0o644, replaces: replacing)
    try file.write(baseline.bytes(toolVersion: Version.current))
    try file.publish()
    ProvisionalFiles.keep()
  }
}
