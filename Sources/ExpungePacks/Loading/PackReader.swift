import ExpungeDetection
import PCRE2
import Yams

/// Reads one pack of rules or of guards.
struct PackReader {
  enum Kind: String { case rules, guards }

  /// What can be said about a rule only when all packs are known.
  struct Pending {
    var guardKinds: [LocatedText] = []
    var aliases: [LocatedText] = []
    var classCodes: [LocatedText] = []
  }

  let file: YAMLFile
  let kind: Kind
  let macros: MacroScope
  let problems: ProblemList
  var pending = Pending()

  init(_ file: YAMLFile, _ kind: Kind, sharedMacros: MacroScope, _ problems: ProblemList) {
    self.file = file
    self.kind = kind
    macros = MacroScope(parent: sharedMacros)
    self.problems = problems
  }

  private var headKeys: [String] {
    let common = ["pack", "version", "title", "description", "macros", kind.rawValue]
    return kind == .rules ? common + ["yields-to"] : common
  }

  /// Nil, with problems, when the pack has no name or no rules at all.
  mutating func read(_ root: Node.Mapping, from source: PatternSource) -> Pack? {
    let head = Fields(root, what: "a pack", keys: headKeys, in: file, problems)
    let name = head.requiredText("pack")
    let version = head.requiredText("version")
    let title = head.requiredText("title")
    let description = head.requiredText("description")
    if let name { check(packName: name, of: source) }
    if let version, !Names.isVersion(version.text) {
      problems.add("“version” must be three numbers such as 1.0.0", at: version.place)
    }
    macros.read(head)
    macros.check(problems)
    let yieldsTo = head.texts("yields-to") ?? []
    pending.guardKinds += yieldsTo
    guard head.required(kind.rawValue) != nil, let entries = head.list(kind.rawValue) else {
      return nil
    }
    if entries.isEmpty {
      problems.add(
        "the pack has no \(kind.rawValue); add one or delete the file",
        at: head.place(of: kind.rawValue))
    }
    let pack = name?.text ?? source.stem
    let rules = entries.compactMap { entry in
      switch kind {
      case .rules: rule(entry, pack: pack, yieldsTo: yieldsTo.map(\.text))
      case .guards: guarding(entry, pack: pack)
      }
    }
    return Pack(
      identifier: pack, version: version?.text ?? "", title: title?.text ?? "",
      description: description?.text ?? "", source: source, rules: rules)
  }

  private func check(packName name: LocatedText, of source: PatternSource) {
    if !Names.isKebabCase(name.text) {
      problems.add(
        "a pack's name is lower-case words joined by hyphens, not “\(name.text)”", at: name.place)
    } else if name.text != source.stem {
      problems.add(
        "the pack “\(name.text)” stands in \(source.fileName); give both one name", at: name.place)
    }
  }

  // MARK: Rules

  private static let ruleKeys = [
    "name", "aliases", "title", "class", "label", "severity", "confidence", "priority", "remedy",
    "suggestion", "pattern", "ignores-case", "crosses-blocks", "propagates", "validator", "context",
    "yields-to", "rationale", "source", "finds", "leaves",
  ]

  private mutating func rule(_ node: Node, pack: String, yieldsTo: [String]) -> AuthoredRule? {
    guard let fields = Fields(node, what: "a rule", keys: Self.ruleKeys, in: file, problems) else {
      return nil
    }
    let classCode = fields.requiredText("class")
    let label = fields.requiredText("label").flatMap {
      fields.choice($0, called: "“label”", Names.labels)
    }
    let severity = fields.requiredText("severity").flatMap {
      fields.choice($0, called: "“severity”", Names.severities)
    }
    let confidence = fields.required("confidence").flatMap {
      fields.integer($0, called: "“confidence”", in: 1...99)
    }
    let ownYields = fields.texts("yields-to")
    pending.guardKinds += ownYields ?? []
    if let classCode { pending.classCodes.append(classCode) }
    let leak = Rule.Leak(
      classCode: classCode?.text ?? "", label: label ?? .person, severity: severity ?? .high,
      confidence: confidence ?? 50, priority: fields.integer("priority", in: 0...1000) ?? 50,
      remedy: fields.choice("remedy", Names.remedies) ?? .replace,
      suggestion: fields.text("suggestion")?.text ?? "",
      yieldsTo: ownYields?.map(\.text) ?? yieldsTo, context: ContextReader(fields).read(),
      propagates: fields.flag("propagates"))
    return authored(
      fields, pack: pack, role: .rule(leak), validation: validation(fields),
      isWhole: classCode != nil && label != nil && severity != nil && confidence != nil)
  }

  private func validation(_ rule: Fields) -> Rule.Validation? {
    guard let node = rule.node("validator"),
      let fields = Fields(
        node, what: "a validator", keys: ["name", "pass", "weak", "fail", "rejects"], in: file,
        problems),
      let validator = fields.requiredText("name").flatMap({
        fields.choice($0, called: "“name” of a validator", Names.validators)
      })
    else { return nil }
    return Rule.Validation(
      validator: validator, pass: fields.integer("pass", in: -100...100) ?? 0,
      weak: fields.integer("weak", in: -100...100) ?? 0,
      fail: fields.integer("fail", in: -100...100) ?? 0, rejects: fields.flag("rejects"))
  }

  // MARK: Guards

  private static let guardKeys = [
    "name", "aliases", "kind", "title", "claims", "pattern", "ignores-case", "crosses-blocks",
    "lowers-to", "lowers-by", "overlap-suffices", "validator", "rationale", "source", "finds",
    "leaves",
  ]

  private mutating func guarding(_ node: Node, pack: String) -> AuthoredRule? {
    guard let fields = Fields(node, what: "a guard", keys: Self.guardKeys, in: file, problems)
    else { return nil }
    let kind = fields.requiredText("kind")
    if let kind, !Names.isKebabCase(kind.text) {
      problems.add(
        "a guard's kind is lower-case words joined by hyphens, not “\(kind.text)”", at: kind.place)
    }
    let claims = (fields.texts("claims") ?? []).compactMap {
      fields.choice($0, called: "an entry of “claims”", Names.labels)
    }
    let guarding = Rule.Guard(
      kind: kind?.text ?? "", claims: claims,
      lowersTo: fields.choice("lowers-to", Names.severities),
      lowersBy: fields.integer("lowers-by", in: 1...98) ?? 0,
      overlapSuffices: fields.flag("overlap-suffices"))
    return authored(
      fields, pack: pack, role: .guarding(guarding), validation: validation(fields),
      isWhole: kind != nil)
  }

  // MARK: What both have

  private mutating func authored(
    _ fields: Fields, pack: String, role: Rule.Role, validation: Rule.Validation?, isWhole: Bool
  ) -> AuthoredRule? {
    let name = fields.requiredText("name")
    if let name, !Names.isKebabCase(name.text) {
      problems.add(
        "a name is lower-case words joined by hyphens, not “\(name.text)”", at: name.place)
    }
    let title = fields.requiredText("title")
    let ignoresCase = fields.flag("ignores-case")
    let expansion = fields.requiredText("pattern").flatMap {
      PatternExpansion(of: $0, in: macros, problems)
    }
    if let expansion { compile(expansion, ignoresCase: ignoresCase) }
    let finds = examples(fields, "finds", areMarked: true)
    let leaves = examples(fields, "leaves", areMarked: false)
    let aliases = fields.texts("aliases") ?? []
    pending.aliases += aliases
    guard isWhole, let name, let title, let expansion else { return nil }
    let rule = Rule(
      identifier: "\(pack)/\(name.text)", aliases: aliases.map(\.text), title: title.text,
      rationale: fields.text("rationale")?.text ?? "", source: fields.text("source")?.text ?? "",
      pattern: expansion.text, ignoresCase: ignoresCase,
      crossesBlocks: fields.flag("crosses-blocks"), validation: validation, role: role)
    return AuthoredRule(
      rule: rule, expansion: expansion, finds: finds, leaves: leaves, place: name.place)
  }

  private func compile(_ expansion: PatternExpansion, ignoresCase: Bool) {
    do {
      _ = try Pattern(expansion.text, options: ignoresCase ? .ignoresCase : [])
    } catch {
      problems.add(
        expansion.problem(atByte: error.offset, "the pattern is refused: \(error.message)", .error))
    }
  }

  private func examples(_ fields: Fields, _ key: String, areMarked: Bool) -> [Example] {
    guard fields.required(key) != nil, let entries = fields.list(key) else { return [] }
    if entries.isEmpty {
      problems.add("“\(key)” is empty; give at least one example", at: fields.place(of: key))
    }
    return entries.compactMap { entry in
      guard let example = example(entry, key, fields) else { return nil }
      if example.marked.isEmpty, areMarked {
        problems.add(
          "the example marks nothing; put ↓ and ↑ around what is to be found", at: example.place)
        return nil
      }
      if !example.marked.isEmpty, !areMarked {
        problems.add(
          "an example of “leaves” must have no marks ↓ and ↑; take them out", at: example.place)
        return nil
      }
      return example
    }
  }

  private func example(_ entry: Node, _ key: String, _ fields: Fields) -> Example? {
    guard case .mapping = entry else {
      return fields.text(entry, called: "an example of “\(key)”").flatMap {
        Example($0, hasBlocks: false, problems)
      }
    }
    guard
      let extended = Fields(
        entry, what: "an example", keys: ["text", "blocks"], in: file, problems),
      let text = extended.requiredText("text")
    else { return nil }
    return Example(text, hasBlocks: extended.flag("blocks"), problems)
  }
}
