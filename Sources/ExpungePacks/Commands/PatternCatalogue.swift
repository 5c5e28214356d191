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
    /// "rule", "publication", or a guard's kind.
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
      + tree.publication.map { check in
        Row(
          identifier: check.identifier, label: check.label.rawValue, severity: check.severity.name,
          confidence: String(check.confidence), kind: "publication", title: check.title)
      }
  }

  /// The rows in columns, one a line, under a head.
  package var list: String {
    let head = Row(
      identifier: "identifier", label: "label", severity: "severity", confidence: "confidence",
      kind: "kind", title: "title")
    return TextTable.text(
      ([head] + rows).map { row in
        [row.identifier, row.label, row.severity, row.confidence, row.kind, row.title]
      })
  }

  /// Every class of the taxonomy: whether it is looked for, and by what.
  package var classes: String {
    var rules: [String: [String]] = [:]
    for entry in tree.rules {
      guard case .rule(let leak) = entry.rule.role else { continue }
      rules[leak.classCode, default: []].append(entry.rule.identifier)
    }
    let head = ["class", "severity", "looked for", "points", "by", "title"]
    return TextTable.text(
      [head]
        + tree.classes.map { item in
          let packs = Dictionary(grouping: rules[item.code] ?? []) { $0.prefix { $0 != "/" } }
          let counted = packs.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.count))" }
          return [
            item.code, item.severity.name, item.coverage.name,
            item.narrows > 0 ? String(item.narrows) : "",
            (counted + item.lookedForBy).joined(separator: ", "), item.title,
          ]
        })
  }

  /// The confidence that each rule's pack gives it, measured or not.
  package var authoredConfidences: [String: Int] {
    tree.rules.reduce(into: [:]) { confidences, entry in
      if case .rule(let leak) = entry.rule.role {
        confidences[entry.rule.identifier] = leak.confidence
      }
    }
  }

  /// A rule, guard or rule of publication with all that is known about it; nil when there is none of
  /// that name.
  package func show(_ identifier: String) -> String? {
    if let check = tree.publication.first(where: { $0.identifier == identifier }) {
      return RuleDescription.text(check)
    }
    return tree.rule(named: identifier).map {
      RuleDescription.text($0, measure: tree.measure(of: $0.rule))
    }
  }

  /// Errors and warnings, by file and place.
  package func lint() -> [PackProblem] { PackLinter.problems(in: tree.rules) }

  /// The examples of every rule and guard.
  package func test() -> PackTestReport {
    PackTester(foldings: tree.foldings).test(tree.rules)
  }
}
