import ExpungePacks
import Foundation

/// The Swift file that carries the table and the texts.
///
/// Literals in Base64: the compiler takes them whole and fast, they need no escapes, and a file's
/// bytes, from which its hash is made, arrive unchanged.
enum GeneratedSource {
  static func text(table: [UInt8], files: [PatternSource]) -> String {
    let entries = files.sorted { $0.path < $1.path }.map { file in
      "    (\"\(file.path)\", \"\(Data(file.bytes).base64EncodedString())\"),"
    }
    return """
      // Made by the build from Patterns/ and Reports/Schemas/.
      enum CompiledPatterns {
        static let table: StaticString = "\(Data(table).base64EncodedString())"
        static let files: [(path: StaticString, contents: StaticString)] = [
      \(entries.joined(separator: "\n"))
        ]
      }

      """
  }
}
