import ExpungeFiles
package import ExpungeHashing
import Foundation

/// The secret key of value and file identifiers: from the environment or a file only its owner reads.
package enum IdentifierKey {
  /// `EXPUNGE_KEY` holds the key in hexadecimal; `EXPUNGE_KEY_FILE` names a file of mode 0600 that
  /// does. Nil when neither is set: identifiers that could be tried against a list are then not given.
  ///
  /// - Throws: `ConfigurationError` when the key cannot be used.
  package static func fromEnvironment() throws(ConfigurationError) -> HashKey? {
    let environment = ProcessInfo.processInfo.environment
    if let text = environment["EXPUNGE_KEY"], !text.isEmpty {
      return try key(text, from: "EXPUNGE_KEY")
    }
    guard let path = environment["EXPUNGE_KEY_FILE"], !path.isEmpty else { return nil }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ConfigurationError("the key file named by EXPUNGE_KEY_FILE cannot be read")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw ConfigurationError(
        "the key file named by EXPUNGE_KEY_FILE can be read by others: set its mode to 600")
    }
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(FilePath(path), name: "the key file", limit: 4096)
    } catch {
      throw ConfigurationError(error.description)
    }
    return try key(String(decoding: bytes, as: UTF8.self), from: "the key file")
  }

  private static func key(_ text: String, from place: String) throws(ConfigurationError) -> HashKey
  {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let bytes = Hexadecimal.decode(trimmed), let key = HashKey(bytes: bytes) else {
      throw ConfigurationError("\(place) holds no key: write 32 to 128 hexadecimal digits")
    }
    return key
  }
}
