import ExpungeDetection
import ExpungeText

/// A rule or guard as `patterns show` prints it: the keys of its pack, in a fixed order.
enum RuleDescription {
  static func text(_ entry: AuthoredRule, measure: MeasuredConfidence? = nil) -> String {
    let rule = entry.rule
    var lines = Lines()
    lines.add("identifier", rule.identifier)
    lines.add("aliases", rule.aliases)
    lines.add("title", rule.title)
    switch rule.role {
    case .rule(let leak):
      describe(leak, &lines)
      if let measure {
        lines.add(
          "confidence-measured",
          measure.findings == 0
            ? "\(measure.confidence), with the other rules of its label"
            : "\(measure.confidence), as \(measure.trueFindings) of \(measure.findings) findings were true"
        )
      }
    case .guarding(let guarding): describe(guarding, &lines)
    }
    lines.add("ignores-case", rule.ignoresCase)
    lines.add("crosses-blocks", rule.crossesBlocks)
    if let validation = rule.validation { lines.add("validator", words(validation)) }
    lines.add("pattern", entry.expansion.pattern.text)
    if entry.expansion.pattern.text != rule.pattern {
      lines.add("pattern-with-macros-replaced", rule.pattern)
    }
    lines.add("rationale", rule.rationale)
    lines.add("source", rule.source)
    lines.add("finds", block: entry.finds.map(\.written))
    lines.add("leaves", block: entry.leaves.map(\.written))
    lines.add("defined-at", "\(entry.file):\(entry.line)")
    return lines.text
  }

  static func text(_ check: PublicationCheck) -> String {
    var lines = Lines()
    lines.add("identifier", check.identifier)
    lines.add("title", check.title)
    lines.add("class", check.classCode)
    lines.add("label", check.label.rawValue)
    lines.add("severity", check.severity.name)
    lines.add("confidence", String(check.confidence))
    lines.add("remedy", check.remedy.rawValue)
    lines.add("formats", check.formats.map(\.rawValue))
    lines.add("reason", check.reason)
    lines.add("instead", check.suggestion)
    lines.add("source", check.source)
    return lines.text
  }

  private static func describe(_ leak: Rule.Leak, _ lines: inout Lines) {
    lines.add("class", leak.classCode)
    lines.add("label", leak.label.rawValue)
    lines.add("severity", leak.severity.name)
    lines.add("confidence", String(leak.confidence))
    lines.add("priority", String(leak.priority))
    lines.add("remedy", leak.remedy.rawValue)
    lines.add("suggestion", leak.suggestion)
    lines.add("propagates", leak.propagates)
    lines.add("yields-to", leak.yieldsTo)
    guard !leak.context.isEmpty else { return }
    lines.raw("context:")
    for context in leak.context { lines.raw("  - {\(words(context))}") }
  }

  private static func describe(_ guarding: Rule.Guard, _ lines: inout Lines) {
    lines.add("kind", guarding.kind)
    lines.add("claims", guarding.claims.map(\.rawValue))
    lines.add("lowers-to", guarding.lowersTo?.name ?? "")
    lines.add("lowers-by", guarding.lowersBy == 0 ? "" : String(guarding.lowersBy))
    lines.add("overlap-suffices", guarding.overlapSuffices)
  }

  private static func words(_ context: Rule.Context) -> String {
    let side =
      switch context.side {
      case .before: "before"
      case .after: "after"
      case .either: "near"
      }
    var words = "\(side): \(Lines.flow(context.phrases)), within: \(context.within)"
    if context.weight != 0 { words += ", weight: \(context.weight)" }
    if context.needed { words += ", needed: true" }
    if context.drops { words += ", drops: true" }
    return words
  }

  private static func words(_ validation: Rule.Validation) -> String {
    "\(validation.validator.rawValue) (pass \(validation.pass), weak \(validation.weak), "
      + "fail \(validation.rejects ? "rejects" : String(validation.fail)))"
  }
}

/// Keys and values, one a line; what is empty or false is left out.
private struct Lines {
  private(set) var text = ""

  mutating func raw(_ line: String) { text += line + "\n" }

  mutating func add(_ key: String, _ value: String) {
    if !value.isEmpty { raw("\(key): \(Self.scalar(value))") }
  }

  mutating func add(_ key: String, _ value: Bool) {
    if value { raw("\(key): true") }
  }

  mutating func add(_ key: String, _ values: [String]) {
    if !values.isEmpty { raw("\(key): \(Self.flow(values))") }
  }

  mutating func add(_ key: String, block values: [String]) {
    raw("\(key):")
    for value in values { raw("  - \(Self.quoted(value))") }
  }

  static func flow(_ values: [String]) -> String {
    "[\(values.map(scalar).joined(separator: ", "))]"
  }

  /// Plain where YAML reads it back as it is.
  private static func scalar(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " -_./()".unicodeScalars.contains($0)
    }
    let startsWell = value.unicodeScalars.first.map {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
    return isPlain && startsWell == true && value.last != " " ? value : quoted(value)
  }

  private static func quoted(_ value: String) -> String {
    if value.contains("\n") || value.contains("\t") {
      var escaped = ""
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\n": escaped += "\\n"
        case "\t": escaped += "\\t"
        case "\\", "\"": escaped += "\\\(scalar)"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return "\"\(escaped)\""
    }
    return
      "'\(value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }
}
