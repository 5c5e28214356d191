import ExpungeDetection

/// All packs of a run as a person looks at them: what `patterns list|show|lint|test` print.
package struct PatternCatalogue: Sendable {
  package let tree: PatternTree

  /// - Parameters:
  ///   - embedded: the YAML texts that the binary carries.
  ///   - folder: packs that are added, or that replace embedded ones of the same name.
  /// - Throws: `PackProblems` with everything that is wrong.
  package init(embedded: [PatternSource], folder: String? = nil) throws(PackProblems) {
    let added = try folder.map { (folder) throws(PackProblems) in
      try PatternFolder.sources(in: folder)
    }
    tree = try PatternTree(sources: embedded, overlay: added ?? [])
  }

  /// One line of `patterns list`.
  package struct Row: Sendable, Equatable {
    package var identifier: String
    /// Of a rule; empty for a guard.
    package var label: String
    package var severity: String
    package var confidence: String
    /// "rule", or a guard's kind.
    package var kind: String
    package var title: String
  }

  package var rows: [Row] {
    tree.rules.map { entry in
      switch entry.rule.role {
      case .rule(let leak):
        Row(
          identifier: entry.rule.identifier, label: leak.label.rawValue,
          severity: leak.severity.name, confidence: String(leak.confidence), kind: "rule",
          title: entry.rule.title)
      case .guarding(let guarding):
        Row(
          identifier: entry.rule.identifier, label: "", severity: guarding.lowersTo?.name ?? "",
          confidence: "", kind: "guard: \(guarding.kind)", title: entry.rule.title)
      }
    }
  }

  /// The rows in columns, one a line, under a head.
  package var list: String {
    let head = Row(
      identifier: "identifier", label: "label", severity: "severity", confidence: "confidence",
      kind: "kind", title: "title")
    let columns: [KeyPath<Row, String>] = [
      \.identifier, \.label, \.severity, \.confidence, \.kind, \.title,
    ]
    let table = [head] + rows
    let widths = columns.map { column in table.map { $0[keyPath: column].count }.max() ?? 0 }
    return table.map { row in
      let cells = zip(columns, widths).map { column, width in
        let cell = row[keyPath: column]
        return cell + String(repeating: " ", count: width - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// A rule or guard with all that is known about it; nil when there is none of that name.
  package func show(_ identifier: String) -> String? {
    tree.rule(named: identifier).map(RuleDescription.text)
  }

  /// Errors and warnings, by file and place.
  package func lint() -> [PackProblem] { PackLinter.problems(in: tree.rules) }

  /// The examples of every rule and guard.
  package func test() -> PackTestReport {
    PackTester(foldings: tree.foldings).test(tree.rules)
  }
}
