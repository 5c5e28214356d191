import ExpungeFiles
import ExpungeText

/// The texts of a folder, in memory.
package enum Texts {
  /// Every document of the paths, in the order in which the program would examine them.
  ///
  /// - Parameter limit: bytes after which no further text is read; nil for all.
  /// - Throws: `BenchmarkError` when a path holds no text.
  package static func read(_ paths: [String], limit: Int? = nil) throws -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var total = 0
    for entry in FileWalk.entries(of: paths.map { FilePath($0) }) {
      guard case .document = entry.outcome else { continue }
      if let limit, total >= limit { break }
      let text = try FileBytes.read(
        entry.path, name: entry.path.text, limit: Limits().documentBytes)
      total += text.count
      texts.append(text)
    }
    guard total > 0 else {
      throw BenchmarkError("no text in \(paths.joined(separator: ", ")): name a folder of texts")
    }
    return texts
  }
}

/// Why a benchmark cannot run: one sentence that says what to do.
package struct BenchmarkError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
