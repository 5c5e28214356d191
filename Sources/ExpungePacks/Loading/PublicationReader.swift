import ExpungeDetection
import ExpungeText
import Yams

/// Reads `Publication.yaml`: what must not be in a file that is published, whoever it may be about.
struct PublicationReader {
  let file: YAMLFile
  let problems: ProblemList

  private static let keys = [
    "id", "title", "fact", "counts", "properties", "harmless", "phrases", "places", "whole-blocks",
    "off-site-links", "version-words", "formats", "class", "label", "severity", "confidence",
    "remedy", "reason",
    "instead", "source",
  ]
  private static let facts: [(String, FileFact)] = FileFact.allCases.map { ($0.name, $0) }
  private static let kinds = Part.Kind.allCases.map { ($0.rawValue, $0) }
  private static let formats = Document.Format.allCases.map { ($0.rawValue, $0) }
  private static let labels = Names.labels.filter {
    $0.1 == .fileLayer || $0.1 == .publicationRule
  }

  /// - Parameter classCodes: takes what must be checked against `Classes.yaml` when all files are read.
  func read(_ root: Node.Mapping, classCodes: inout [LocatedText]) -> [PublicationCheck] {
    let head = Fields(
      root, what: "the list of rules of publication", keys: ["publication"], in: file, problems)
    var checks: [PublicationCheck] = []
    var known: Set<String> = []
    for node in head.list("publication") ?? [] {
      guard let check = check(node, &classCodes) else { continue }
      if !known.insert(check.identifier).inserted {
        problems.add(
          "the rule “\(check.identifier)” stands here twice; rename one", at: file.place(of: node))
      }
      checks.append(check)
    }
    return checks
  }

  private func check(_ node: Node, _ classCodes: inout [LocatedText]) -> PublicationCheck? {
    guard
      let fields = Fields(
        node, what: "a rule of publication", keys: Self.keys, in: file, problems),
      let name = fields.requiredText("id"), let title = fields.requiredText("title"),
      let code = fields.requiredText("class"), let label = choice(fields, "label", Self.labels),
      let severity = choice(fields, "severity", Names.severities),
      let confidence = fields.required("confidence").flatMap({
        fields.integer($0, called: "“confidence”", in: 1...100)
      }),
      let remedy = choice(fields, "remedy", Names.remedies),
      let reason = fields.requiredText("reason"), let instead = fields.requiredText("instead"),
      let source = fields.requiredText("source"), fields.required("formats") != nil,
      let subject = subject(fields)
    else { return nil }
    if !Names.isKebabCase(name.text) {
      problems.add("a rule is called in small letters joined by hyphens", at: name.place)
    }
    classCodes.append(code)
    return PublicationCheck(
      identifier: "publication/\(name.text)", title: title.text, subject: subject,
      formats: (fields.texts("formats") ?? []).compactMap {
        fields.choice($0, called: "an entry of “formats”", Self.formats)
      },
      classCode: code.text, label: label, severity: severity, confidence: confidence,
      remedy: remedy, reason: reason.text, suggestion: instead.text, source: source.text)
  }

  private func choice<Value>(
    _ fields: Fields, _ key: String, _ values: [(String, Value)]
  ) -> Value? {
    fields.requiredText(key).flatMap { fields.choice($0, called: "“\(key)”", values) }
  }

  private func subject(_ fields: Fields) -> PublicationCheck.Subject? {
    let subjects = ["fact", "properties", "phrases", "off-site-links", "version-words"].filter {
      fields.node($0) != nil
    }
    guard subjects.count == 1 else {
      problems.add(
        "a rule of publication looks at one thing: “fact”, “properties”, “phrases”, "
          + "“off-site-links” or “version-words”", at: fields.place)
      return nil
    }
    switch subjects[0] {
    case "fact":
      guard let fact = fields.choice("fact", Self.facts), let counted = counts(fields) else {
        return nil
      }
      return .fact(fact, one: counted.one, many: counted.many)
    case "version-words":
      guard let counted = counts(fields) else { return nil }
      return .versions(
        lowercase(fields, "version-words"), one: counted.one, many: counted.many)
    case "properties":
      return .properties(
        lowercase(fields, "properties"), harmless: lowercase(fields, "harmless"))
    case "phrases":
      guard fields.required("places") != nil else { return nil }
      return .wording(
        lowercase(fields, "phrases"),
        kinds: (fields.texts("places") ?? []).compactMap {
          fields.choice($0, called: "an entry of “places”", Self.kinds)
        }, wholeBlocks: fields.flag("whole-blocks"))
    default:
      guard fields.flag("off-site-links") else {
        problems.add("“off-site-links” must be true", at: fields.place(of: "off-site-links"))
        return nil
      }
      return .offSiteLinks
    }
  }

  private func counts(_ fields: Fields) -> (one: String, many: String)? {
    let counts = fields.texts("counts") ?? []
    guard counts.isEmpty || counts.count == 2 else {
      problems.add(
        "“counts” says what is counted for one and for more: [picture, pictures]",
        at: fields.place(of: "counts"))
      return nil
    }
    return (counts.first?.text ?? "", counts.last?.text ?? "")
  }

  private func lowercase(_ fields: Fields, _ key: String) -> [String] {
    (fields.texts(key) ?? []).map { text in
      if text.text != text.text.lowercased() {
        problems.add(
          "an entry of “\(key)” is written in lower case, not “\(text.text)”", at: text.place)
      }
      return text.text
    }
  }
}

extension FileFact {
  /// What data calls it.
  fileprivate var name: String {
    switch self {
    case .trackedChanges: "tracked-changes"
    case .comments: "comments"
    case .hiddenText: "hidden-text"
    case .footnotes: "footnotes"
    case .pictures: "pictures"
    case .externalLinks: "external-links"
    case .embeddedFiles: "embedded-files"
    case .signatures: "signatures"
    case .macros: "macros"
    case .otherThanItsName: "other-than-its-name"
    case .strayEntries: "stray-entries"
    case .otherVersions: "other-versions"
    }
  }
}
