import Foundation
import Testing

/// Compares a text with a file kept beside the tests; RECORD=1 rewrites the file and fails once.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  static func expect(
    _ text: String, is name: String, in base: URL = folder.appendingPathComponent("Goldens"),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = base.appendingPathComponent(name)
    let kept = try? Data(contentsOf: file)
    if kept == Data(text.utf8) { return }
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      let shown = kept.map { firstDifference(String(decoding: $0, as: UTF8.self), text) }
      Issue.record(
        "\(name): \(shown ?? "there is no such file"); RECORD=1 rewrites it",
        sourceLocation: sourceLocation)
      return
    }
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded: read it, then run again", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ kept: String, _ made: String) -> String {
    let a = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let b = made.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(a.count, b.count) {
      let one = index < a.count ? String(a[index]) : "(end)"
      let other = index < b.count ? String(b[index]) : "(end)"
      if one != other { return "line \(index + 1) was\n\(one)\nand is\n\(other)" }
    }
    return "the same lines, other line ends"
  }
}
