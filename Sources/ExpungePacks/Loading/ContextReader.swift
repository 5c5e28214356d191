import ExpungeDetection
import PCRE2
import Yams

/// Reads the words that stand near a hit and speak for or against it.
struct ContextReader {
  private let rule: Fields

  init(_ rule: Fields) { self.rule = rule }

  private static let sides: [(String, Rule.Context.Side)] = [
    ("before", .before), ("after", .after), ("near", .either),
  ]

  func read() -> [Rule.Context] {
    (rule.list("context") ?? []).compactMap(entry)
  }

  private func entry(_ node: Node) -> Rule.Context? {
    guard
      let fields = Fields(
        node, what: "an entry of “context”",
        keys: ["before", "after", "near", "within", "weight", "needed", "drops"], in: rule.file,
        rule.problems)
    else { return nil }
    let given = Self.sides.filter { fields.node($0.0) != nil }
    guard given.count == 1, let (key, side) = given.first else {
      rule.problems.add(
        "an entry of “context” needs exactly one of before, after and near", at: fields.place)
      return nil
    }
    let phrases = (fields.texts(key) ?? []).filter(isUsable)
    let within = fields.required("within").flatMap {
      fields.integer($0, called: "“within”", in: 1...1000)
    }
    let needed = fields.flag("needed")
    let drops = fields.flag("drops")
    let weight = fields.integer("weight", in: -100...100)
    if needed && drops {
      rule.problems.add(
        "an entry of “context” cannot be needed and drop the finding; keep one", at: fields.place)
    }
    if weight == nil, fields.node("weight") == nil, !needed, !drops {
      rule.problems.add(
        "an entry of “context” does nothing; give it a weight, `needed: true` or `drops: true`",
        at: fields.place)
    }
    guard !phrases.isEmpty, let within else {
      if fields.list(key)?.isEmpty == true {
        rule.problems.add("“\(key)” has no phrases; add one", at: fields.place(of: key))
      }
      return nil
    }
    let context = Rule.Context(
      side: side, phrases: phrases.map(\.text), within: within, weight: weight ?? 0,
      needed: needed, drops: drops)
    do {
      _ = try ContextPattern(context)
    } catch {
      rule.problems.add(
        "the phrases of “\(key)” are refused together: \(error.message)", at: fields.place(of: key))
    }
    return context
  }

  private func isUsable(_ phrase: LocatedText) -> Bool {
    if phrase.text.hasPrefix("(?") {
      do {
        _ = try Pattern(phrase.text, options: .ignoresCase)
        return true
      } catch {
        rule.problems.add(
          "the phrase's pattern is refused: \(error.message)",
          at: phrase.place(ofByte: error.offset))
        return false
      }
    }
    let words = phrase.text.split(separator: " ", omittingEmptySubsequences: false)
    guard phrase.text == phrase.text.lowercased(), !words.contains("") else {
      rule.problems.add(
        "a phrase is written in lower case with single spaces, not “\(phrase.text)”",
        at: phrase.place)
      return false
    }
    return true
  }
}
