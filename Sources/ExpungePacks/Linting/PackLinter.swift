import ExpungeDetection
import ExpungeText

/// Looks for what is allowed in a pack and yet wrong: patterns that cost too much, rules that nobody
/// can check.
package enum PackLinter {
  /// Examples of each kind that a rule should have.
  static let wantedExamples = 3

  /// Problems of all rules, by file and place.
  package static func problems(in rules: [AuthoredRule]) -> [PackProblem] {
    rules.flatMap(problems).sorted()
  }

  /// What is wrong with one rule or guard.
  package static func problems(of rule: AuthoredRule) -> [PackProblem] {
    patterns(of: rule) + probe(of: rule) + provenance(of: rule) + examples(of: rule)
  }

  /// What the pattern does on texts that are made to be slow for it.
  private static func probe(of rule: AuthoredRule) -> [PackProblem] {
    let matches = rule.finds.map { example in
      (text: example.text, place: example.marked.first?.start ?? 0)
    }
    do {
      guard let problem = try PatternProbe().problem(of: rule.rule, matches: matches) else {
        return []
      }
      return [
        rule.problem(
          atPatternByte: problem.offset,
          "\(rule.rule.identifier): \(problem.message); \(problem.remedy)")
      ]
    } catch {
      return [rule.problem(atPatternByte: error.offset, error.message)]
    }
  }

  private static func patterns(of rule: AuthoredRule) -> [PackProblem] {
    PatternLint.problems(
      in: rule.rule.pattern, ignoresCase: rule.rule.ignoresCase, width: width(of: rule.rule)
    ).map { problem in
      rule.problem(
        atPatternByte: problem.offset,
        "\(rule.rule.identifier): \(problem.message); \(problem.remedy)",
        problem.isWarning ? .warning : .error)
    }
  }

  /// What is a line long may match one; what is a token may not.
  private static func width(of rule: Rule) -> PatternLint.Width {
    switch rule.role {
    case .guarding: .line
    case .rule(let leak):
      switch leak.label {
      case .address, .place, .organisation, .person: .line
      default: .token
      }
    }
  }

  /// How a source says that nobody read the entry there again.
  static let fromMemory = "well known, not read again"

  private static func provenance(of rule: AuthoredRule) -> [PackProblem] {
    var problems: [PackProblem] = []
    let identifier = rule.rule.identifier
    if case .guarding(let guarding) = rule.rule.role, guarding.lowersTo == nil,
      guarding.lowersBy == 0, rule.rule.source.hasSuffix(fromMemory)
    {
      problems.append(
        rule.problem(
          "\(identifier) rests on memory and vetoes; add `lowers-by`, so that it only lowers the confidence of what is critical"
        ))
    }
    if rule.rule.rationale.isEmpty {
      problems.append(
        rule.problem("\(identifier) has no rationale; say why it is as it is", .warning))
    }
    guard rule.rule.source.isEmpty else { return problems }
    if case .guarding(let guarding) = rule.rule.role, guarding.lowersTo == nil {
      problems.append(
        rule.problem(
          "\(identifier) vetoes without a source; name one, or let it lower the severity only",
          .warning))
    } else {
      problems.append(
        rule.problem("\(identifier) has no source; name where it comes from", .warning))
    }
    return problems
  }

  private static func examples(of rule: AuthoredRule) -> [PackProblem] {
    [("finds", rule.finds.count), ("leaves", rule.leaves.count)].compactMap { key, count in
      guard count < wantedExamples else { return nil }
      return rule.problem(
        "\(rule.rule.identifier) has \(count) of at least \(wantedExamples) examples under “\(key)”",
        .warning)
    }
  }
}
