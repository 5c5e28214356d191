import ExpungeFiles
import Foundation

/// Reads a JSON file that a report leans on.
enum ReportInput {
  /// Keys may be written "with_underscores" or "inOneWord".
  ///
  /// - Parameters:
  ///   - what: what the file should be, with the command that makes it.
  /// - Throws: `ConfigurationError` when it cannot be read or is no such file.
  static func decode<Value: Decodable>(
    _ path: String, what: String
  ) throws(ConfigurationError) -> Value {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(FilePath(argument: path), name: path, limit: 256 << 20)
    } catch {
      throw ConfigurationError(error.description)
    }
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Value.self, from: Data(bytes))
    } catch {
      throw ConfigurationError("\(path): the file is not \(what)")
    }
  }
}
