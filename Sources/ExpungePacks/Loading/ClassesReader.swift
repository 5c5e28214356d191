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
          node, what: "a class",
          keys: ["code", "title", "severity", "looked-for", "by", "narrows"], in: file, problems),
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
        code: code.text, title: title.text, severity: severity, coverage: coverage,
        lookedForBy: (fields.texts("by") ?? []).map(\.text),
        narrows: fields.integer("narrows", in: 0...10) ?? 0)
    }
  }

  private static let coverages = TaxonomyClass.Coverage.allCases.map { ($0.name, $0) }
}
