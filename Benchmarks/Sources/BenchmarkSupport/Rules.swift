package import ExpungeDetection
import ExpungeText
import ExpungeWorkflows
import Foundation
import Yams

/// The rule sets that are measured.
package enum Rules {
  /// What the program carries: all packs and guards.
  package static func shipped() throws -> PatternLibrary {
    try PatternLibraries.load(patterns: nil)
  }

  /// The sixty of `ReferenceRules`, with their index.
  ///
  /// They are a yardstick and no pack: nothing but their patterns counts, and they have no examples.
  package static func reference() throws -> PatternLibrary {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ReferenceRules/reference.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rules = (try Yams.compose(yaml: text)?["rules"]?.array() ?? []).compactMap(rule)
    guard rules.count == 60 else {
      throw BenchmarkError("\(file.path) holds \(rules.count) rules instead of 60")
    }
    var library = PatternLibrary(
      packs: [], rules: rules, foldings: .none, classes: [], profiles: [])
    library.index = EncodedIndex(try RuleSet(rules: rules).index.encode()[...])
    return library
  }

  private static func rule(_ node: Node) -> Rule? {
    guard let name = node["name"]?.string, let pattern = node["pattern"]?.string else { return nil }
    return Rule(
      identifier: "reference/\(name)", title: node["title"]?.string ?? name, pattern: pattern,
      ignoresCase: node["ignores-case"]?.bool ?? false,
      role: .guarding(Rule.Guard(kind: "reference"))
    )
  }
}
