import ExpungePacks
import Foundation
import Resources

/// The project's own files, found from where this file stands.
enum Project {
  static func path(_ relative: String) -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent(relative).path
  }

  static func bytes(of relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(relative))))
  }

  /// The YAML texts that the binary carries.
  static var embeddedPatterns: [PatternSource] {
    Resources.paths.filter { $0.hasPrefix("Patterns/") }.compactMap { path in
      Resources.file(path).map { PatternSource(path: path, bytes: $0) }
    }
  }

  /// A fresh folder, gone when `body` ends.
  static func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "expunge-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }
}
