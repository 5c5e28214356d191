import ExpungeDetection
import Yams

/// Reads `Classes.yaml`: every class of the taxonomy and whether it is looked for.
struct ClassesReader {
  let file: YAMLFile
  let problems: ProblemList

  func read(_ root: Node.Mapping) -> [TaxonomyClass] {
    let head = Fields(root, what: "the list of classes", keys: ["classes"], in: file, problems)
    guard head.required("classes") != nil else { return [] }
    var seen: [String: SourcePlace] = [:]
    return (head.list("classes") ?? []).compactMap { node in
      guard
        let fields = Fields(
          node, what: "a class", keys: ["code", "title", "severity", "looked-for"], in: file,
          problems),
        let code = fields.requiredText("code"), let title = fields.requiredText("title"),
        let severity = fields.requiredText("severity").flatMap({
          fields.choice($0, called: "“severity”", Names.severities)
        }),
        let coverage = fields.requiredText("looked-for").flatMap({
          fields.choice($0, called: "“looked-for”", Self.coverages)
        })
      else { return nil }
      if let first = seen.updateValue(code.place, forKey: code.text) {
        problems.add("the class “\(code.text)” stands already at \(first.words)", at: code.place)
      }
      return TaxonomyClass(
        code: code.text, title: title.text, severity: severity, coverage: coverage)
    }
  }

  private static let coverages = TaxonomyClass.Coverage.allCases.map { ($0.name, $0) }
}

/// Reads a publisher's profile.
struct ProfileReader {
  let file: YAMLFile
  let problems: ProblemList

  /// Rules that the profile names, to be checked when all packs are known.
  private(set) var namedRules: [LocatedText] = []

  init(_ file: YAMLFile, _ problems: ProblemList) {
    self.file = file
    self.problems = problems
  }

  private static let keys = [
    "profile", "title", "source", "description", "floors", "severities", "fail-on", "named",
    "house-style",
  ]

  mutating func read(_ root: Node.Mapping, from source: PatternSource) -> Profile? {
    let fields = Fields(root, what: "a profile", keys: Self.keys, in: file, problems)
    guard let name = fields.requiredText("profile"), let title = fields.requiredText("title") else {
      return nil
    }
    if name.text != source.stem {
      problems.add(
        "the profile “\(name.text)” stands in \(source.fileName); give both one name",
        at: name.place)
    }
    if let named = fields.list("named"), !named.isEmpty {
      problems.add(
        "“named” must be empty in a shipped profile; name people in the publisher's own settings",
        at: fields.place(of: "named"))
    }
    var profile = Profile(
      identifier: name.text, title: title.text, source: fields.text("source")?.text ?? "",
      description: fields.text("description")?.text ?? "",
      failOn: fields.choice("fail-on", Names.severities) ?? .high)
    readFloors(fields, into: &profile)
    readSeverities(fields, into: &profile)
    for (key, value) in fields.pairs("house-style") { profile.houseStyle[key.text] = value.text }
    return profile
  }

  private func readFloors(_ fields: Fields, into profile: inout Profile) {
    for (key, value) in fields.pairs("floors") {
      guard let floor = Int(value.text), (0...100).contains(floor) else {
        problems.add("a floor must be a whole number from 0 to 100", at: value.place)
        continue
      }
      if key.text == "default" {
        profile.defaultFloor = floor
      } else if let label = fields.choice(key, called: "a key of “floors”", Names.labels) {
        profile.floors[label] = floor
      }
    }
  }

  private mutating func readSeverities(_ fields: Fields, into profile: inout Profile) {
    guard let node = fields.node("severities"),
      let severities = Fields(
        node, what: "“severities”", keys: ["by-rule", "by-label"], in: file, problems)
    else { return }
    for (key, value) in severities.pairs("by-rule") {
      namedRules.append(key)
      profile.severitiesByRule[key.text] = severities.choice(
        value, called: "a severity", Names.severities)
    }
    for (key, value) in severities.pairs("by-label") {
      guard let label = severities.choice(key, called: "a key of “by-label”", Names.labels)
      else { continue }
      profile.severitiesByLabel[label] = severities.choice(
        value, called: "a severity", Names.severities)
    }
  }
}

/// Reads `Foldings.yaml`: which characters a reading replaces.
struct FoldingsReader {
  let file: YAMLFile
  let problems: ProblemList

  func read(_ root: Node.Mapping) -> [UInt32: [UInt8]] {
    let head = Fields(root, what: "the list of foldings", keys: ["foldings"], in: file, problems)
    guard head.required("foldings") != nil else { return [:] }
    var replacements: [UInt32: [UInt8]] = [:]
    for node in head.list("foldings") ?? [] { entry(node, into: &replacements) }
    return replacements
  }

  private func entry(_ node: Node, into replacements: inout [UInt32: [UInt8]]) {
    guard
      let fields = Fields(
        node, what: "a folding", keys: ["from", "to", "counts-from"], in: file, problems),
      let from = fields.requiredText("from")
    else { return }
    let text = textOrNothing(fields)
    let first = fields.text("counts-from")
    guard (text == nil) != (first == nil) else {
      problems.add("a folding needs exactly one of “to” and “counts-from”", at: fields.place)
      return
    }
    for range in from.text.split(separator: " ") {
      guard let scalars = Self.scalars(range) else {
        problems.add(
          "“\(range)” is no code point or range above U+007F, such as U+00A0 or U+2010..U+2013",
          at: from.place)
        continue
      }
      for (offset, scalar) in scalars.enumerated() {
        guard let replacement = text ?? first.flatMap({ Self.counted($0.text, offset) }) else {
          problems.add("“counts-from” must be one character", at: first?.place ?? from.place)
          return
        }
        if replacements.updateValue(Array(replacement.utf8), forKey: scalar) != nil {
          problems.add("“\(range)” folds already further up; take it out here", at: from.place)
          break
        }
      }
    }
  }

  /// “to” may be empty, which drops the character.
  private func textOrNothing(_ fields: Fields) -> String? {
    guard let node = fields.node("to") else { return nil }
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return "" }
    return fields.text(node, called: "“to”")?.text
  }

  private static func counted(_ first: String, _ offset: Int) -> String? {
    let scalars = first.unicodeScalars
    guard scalars.count == 1, let start = scalars.first,
      let scalar = Unicode.Scalar(start.value + UInt32(offset))
    else { return nil }
    return String(scalar)
  }

  private static func scalars(_ text: Substring) -> ClosedRange<UInt32>? {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { end in
      end.hasPrefix("U+") ? UInt32(end.dropFirst(2), radix: 16) : nil
    }
    guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil,
      low >= 0x80, low <= high, high <= 0x10FFFF
    else { return nil }
    return low...high
  }
}
