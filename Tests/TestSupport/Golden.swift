package import Foundation

/// Compares text with a file kept beside the test; `RECORD=1` writes the file anew.
package enum Golden {
  /// What differs, in one sentence; nil when nothing does. A first recording is a difference.
  package static func difference(
    _ text: String, _ name: String, beside test: String = #filePath
  ) -> String? {
    let file = URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name)
    return difference(text, file: file)
  }

  /// The same for a file at a path of its own.
  package static func difference(_ text: String, file: URL) -> String? {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == text { return nil }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      } catch {
        return "\(file.lastPathComponent) cannot be recorded: \(error)"
      }
      return "\(file.lastPathComponent) was recorded; look at it and run again without RECORD"
    }
    guard let recorded else { return "there is no \(file.lastPathComponent); run with RECORD=1" }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      \(file.lastPathComponent) differs from line \(line + 1):
      recorded: \(line < old.count ? String(old[line]) : "(nothing)")
      now:      \(line < new.count ? String(new[line]) : "(nothing)")
      """
  }
}
