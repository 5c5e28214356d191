import ExpungeDetection
import Yams

/// Reads `Cast.yaml`: the words by which a decision introduces its people and speaks of them.
///
/// Each list becomes a lexicon: "cast-titles-women", "cast-verbs".
struct CastReader {
  let file: YAMLFile
  let problems: ProblemList

  /// Lists that tell of whom a word speaks.
  private static let byGender = [
    "titles", "pronouns", "relations-child", "relations-parent", "relations-spouse",
    "relations-sibling", "relations-relative", "people", "roles",
  ]
  private static let plain = [
    "parties", "children", "institutions", "compounds", "complaint", "statements", "told",
    "addressed", "verbs", "introducers", "not-people", "several",
  ]
  private static let genders = ["women", "men", "any"]

  func read(_ root: Node.Mapping) -> [Lexicon] {
    let head = Fields(root, what: "the words of the cast", keys: ["cast"], in: file, problems)
    guard let node = head.required("cast"),
      let lists = Fields(
        node, what: "the words of the cast", keys: Self.byGender + Self.plain, in: file, problems)
    else { return [] }
    var lexicons: [Lexicon] = []
    for name in Self.byGender {
      guard let node = lists.required(name),
        let genders = Fields(
          node, what: "“\(name)”", keys: Self.genders, in: file, problems)
      else { continue }
      for gender in Self.genders where genders.node(gender) != nil {
        lexicons.append(lexicon("\(name)-\(gender)", genders.texts(gender) ?? []))
      }
    }
    for name in Self.plain where lists.required(name) != nil {
      lexicons.append(lexicon(name, lists.texts(name) ?? []))
    }
    return lexicons
  }

  private func lexicon(_ name: String, _ words: [LocatedText]) -> Lexicon {
    for word in words where word.text != word.text.lowercased() {
      problems.add("the word “\(word.text)” has a capital; write it small", at: word.place)
    }
    return Lexicon(
      identifier: "cast-\(name)",
      words: Set(words.map(\.text)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
