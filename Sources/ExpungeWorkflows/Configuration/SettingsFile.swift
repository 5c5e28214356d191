import ExpungeFiles
import ExpungeHashing
package import ExpungePacks
import Glibc

/// A repository's `.expunge.yaml`, found and read.
package struct SettingsFile: Sendable, Equatable {
  package static let standardName = ".expunge.yaml"

  /// As it is to be printed.
  package let path: String
  /// Without its folders.
  package var name: String { String(path.split(separator: "/").last ?? "") }

  /// Paths in the settings begin here; absolute.
  package let folder: String
  package let settings: Settings
  /// SHA-256 of the file's bytes, in hexadecimal: a report names the policy it was made under.
  package let sha256: String

  /// Reads the file a person named.
  ///
  /// - Throws: `ConfigurationError`: one sentence a mistake, with line and column.
  package static func read(_ path: String) throws(ConfigurationError) -> SettingsFile {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(FilePath(argument: path), name: path, limit: 1 << 20)
    } catch {
      throw ConfigurationError(error.description)
    }
    do {
      return SettingsFile(
        path: path, folder: PathText.folder(of: PathText.absolute(path)),
        settings: try SettingsReader.settings(of: bytes, path: path),
        sha256: SHA256.digest(of: bytes).hexadecimal)
    } catch {
      throw ConfigurationError(error.problems.map(\.description))
    }
  }

  /// The nearest file from a folder upwards; the root of a repository is the last to be looked at.
  package static func nearest(from folder: String) throws(ConfigurationError) -> SettingsFile? {
    var current = PathText.absolute(folder)
    while true {
      if let found = try inFolder(current) { return found }
      let isRoot = PathText.exists(PathText.joined(current, ".git"))
      guard !isRoot, current != "/" else { return nil }
      current = PathText.folder(of: current)
    }
  }

  /// The file of one folder, if it has one.
  package static func inFolder(_ folder: String) throws(ConfigurationError) -> SettingsFile? {
    let path = PathText.joined(PathText.absolute(folder), standardName)
    guard PathText.exists(path) else { return nil }
    return try read(PathText.relative(path, to: PathText.absolute(".")) ?? path)
  }
}
