import ExpungeDetection
import ExpungeText
import Yams

/// Reads `Law.yaml`: the articles that reports cite beside classes of leak.
struct LawReader {
  let file: YAMLFile
  let problems: ProblemList

  private static let keys = ["article", "title", "bears", "classes", "source", "checked"]
  private static let unchecked = "to-be-confirmed"

  /// - Parameter classCodes: takes what must be checked against `Classes.yaml` when all files are read.
  func read(_ root: Node.Mapping, classCodes: inout [LocatedText]) -> [LegalReference] {
    let head = Fields(root, what: "the list of articles", keys: ["law"], in: file, problems)
    guard head.required("law") != nil else { return [] }
    var references: [LegalReference] = []
    for node in head.list("law") ?? [] {
      guard let fields = Fields(node, what: "an article", keys: Self.keys, in: file, problems),
        let article = fields.requiredText("article"), let title = fields.requiredText("title"),
        let bears = fields.requiredText("bears"), fields.required("classes") != nil,
        let source = fields.requiredText("source"), let checked = fields.requiredText("checked")
      else { continue }
      let classes = fields.texts("classes") ?? []
      classCodes += classes.filter { $0.text.utf8.count > 1 }
      if checked.text != Self.unchecked, CalendarDay(checked.text) == nil {
        problems.add(
          "“checked” is a day, such as 2026-11-22, or \(Self.unchecked)", at: checked.place)
      }
      references.append(
        LegalReference(
          article: article.text, title: title.text, bears: bears.text,
          classes: classes.map(\.text), source: source.text,
          checked: checked.text == Self.unchecked ? nil : checked.text))
    }
    return references
  }
}
