import ExpungeDetection
import ExpungePacks
import Testing

/// Every rule and guard that the binary carries, held to its own examples and to the lint.
@Suite struct EmbeddedPackTests {
  static let tree = Result { try PatternTree(sources: Project.embeddedPatterns) }
  static var identifiers: [String] {
    get throws { try tree.get().rules.map(\.rule.identifier) }
  }

  @Test(arguments: try identifiers)
  func examplesHold(identifier: String) throws {
    let tree = try Self.tree.get()
    let rule = try #require(tree.rule(named: identifier))
    let failures = PackTester(foldings: tree.foldings).failures(of: rule)
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func lintFindsNothing() throws {
    let problems = PackLinter.problems(in: try Self.tree.get().rules)
    #expect(problems.isEmpty, "\(problems.map(\.description).joined(separator: "\n"))")
  }

  @Test func everyClassOfARuleIsLookedForAtLeastPartly() throws {
    let library = try Self.tree.get().library
    let lookedFor = Set(library.classes.filter { $0.coverage != .notYet }.map(\.code))
    for rule in library.rules {
      guard case .rule(let leak) = rule.role else { continue }
      #expect(lookedFor.contains(leak.classCode), "\(rule.identifier) finds \(leak.classCode)")
    }
  }
}
