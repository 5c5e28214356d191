import ExpungeDetection
import ExpungeText
import Yams

/// Reads whom a profile leaves named: by the words around a name, or by the name.
struct NamedReader {
  let file: YAMLFile
  let problems: ProblemList

  func onPurpose(_ node: Node) -> NamedOnPurpose? {
    guard
      let fields = Fields(
        node, what: "an entry of “named-on-purpose”",
        keys: ["title", "labels", "before", "after", "within", "severity", "source"], in: file,
        problems),
      let title = fields.requiredText("title"), let source = fields.requiredText("source"),
      let severity = fields.requiredText("severity").flatMap({
        fields.choice($0, called: "“severity”", Names.severities)
      }), fields.required("labels") != nil, fields.required("within") != nil,
      let within = fields.integer("within", in: 1...1000)
    else { return nil }
    let labels = (fields.texts("labels") ?? []).compactMap {
      fields.choice($0, called: "an entry of “labels”", Names.labels)
    }
    let sides: [(String, Rule.Context.Side)] = [("before", .before), ("after", .after)]
    let beside = sides.compactMap { key, side -> Rule.Context? in
      let phrases = (fields.texts(key) ?? []).filter(isPhrase)
      guard !phrases.isEmpty else { return nil }
      return Rule.Context(side: side, phrases: phrases.map(\.text), within: within, weight: 0)
    }
    guard !beside.isEmpty else {
      problems.add(
        "an entry of “named-on-purpose” needs words in “before” or “after”; add them",
        at: fields.place)
      return nil
    }
    return NamedOnPurpose(
      title: title.text, labels: labels, beside: beside, severity: severity, source: source.text)
  }

  /// Whole words in lower case: a profile holds no patterns.
  private func isPhrase(_ phrase: LocatedText) -> Bool {
    let words = phrase.text.split(separator: " ", omittingEmptySubsequences: false)
    guard phrase.text == phrase.text.lowercased(), !words.contains(""), !phrase.text.hasPrefix("(?")
    else {
      problems.add(
        "a phrase is written in lower case with single spaces, not “\(phrase.text)”",
        at: phrase.place)
      return false
    }
    return true
  }

  func person(_ node: Node) -> NamedPerson? {
    guard
      let fields = Fields(
        node, what: "an entry of “named”",
        keys: ["name", "office", "reason", "approver", "from", "until"], in: file, problems),
      let name = fields.requiredText("name"), let reason = fields.requiredText("reason"),
      let approver = fields.requiredText("approver")
    else { return nil }
    guard name.text.split(separator: " ").count >= 2 else {
      problems.add(
        "a name needs a forename or initials and a surname, so that nobody else is left standing",
        at: name.place)
      return nil
    }
    return NamedPerson(
      name: name.text, office: fields.text("office")?.text ?? "", reason: reason.text,
      approver: approver.text, from: fields.day("from"), until: fields.day("until"))
  }
}
