package import ExpungeDetection
import ExpungePacks
import ExpungeWorkflows
import Foundation

/// The rule sets that are measured.
package enum Rules {
  /// What the program carries: all packs and guards.
  package static func shipped() throws -> PatternLibrary {
    try PatternLibraries.load(patterns: nil)
  }

  /// The sixty of `ReferenceRules`, with their index.
  package static func reference() throws -> PatternLibrary {
    try PatternCompiler.compile(PatternTree(sources: referenceSources()))
  }

  private static func referenceSources() throws -> [PatternSource] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ReferenceRules")
    return try PatternFolder.sources(in: folder.path, printedAs: "ReferenceRules")
  }
}
