import ExpungeFiles
import ExpungeText

/// The one file that a command was given, read.
struct NamedFile {
  let path: FilePath
  let bytes: [UInt8]

  /// As its own name goes; nil for standard input.
  var name: String? {
    path.isStandardInput ? nil : String(decoding: path.lastComponent, as: UTF8.self)
  }

  /// - Throws: `ConfigurationError` when it cannot be read at all.
  init(_ argument: String, limits: Limits) throws(ConfigurationError) {
    path = FilePath(argument: argument)
    do throws(FileError) {
      bytes = try FileBytes.read(argument: path, name: argument, limit: limits.documentBytes)
    } catch {
      throw ConfigurationError(error.description)
    }
  }
}
