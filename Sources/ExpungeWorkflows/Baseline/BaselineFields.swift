import ExpungeDetection
import ExpungeText

/// The fields of one entry as they stand in the file; a field that nobody knows is a mistake.
struct BaselineFields {
  /// What is wrong with an entry, as the end of a sentence.
  struct Problem: Error {
    let words: String
  }

  private let fields: [String: Any]

  private static let keys: Set<String> = [
    "document", "place", "scope", "value", "rule", "class", "label", "severity", "reason",
    "approver", "added", "until",
  ]

  init(_ fields: [String: Any]) throws(Problem) {
    self.fields = fields
    if let unknown = fields.keys.sorted().first(where: { !Self.keys.contains($0) }) {
      throw Problem(words: "has the unknown key “\(unknown)”; take it out")
    }
  }

  func entry() throws(Problem) -> BaselineEntry {
    let scopeName = try required("scope")
    guard let scope = BaselineEntry.Scope(rawValue: scopeName) else {
      throw Problem(words: "has a scope that is neither occurrence nor subject")
    }
    guard let severity = Severity(name: try required("severity")) else {
      throw Problem(words: "has no severity; write critical, high, medium, low or info")
    }
    let entry = BaselineEntry(
      scope: scope, document: try required("document"), place: try required("place"),
      value: try text("value"), rule: try required("rule"), classCode: try required("class"),
      label: try required("label"), severity: severity, reason: try text("reason"),
      approver: try text("approver"), added: try day("added"), until: try day("until"))
    guard (entry.reason == nil) == (entry.approver == nil) else {
      throw Problem(words: "needs both a reason and an approver, or neither")
    }
    return entry
  }

  private func text(_ key: String) throws(Problem) -> String? {
    guard let value = fields[key] else { return nil }
    guard let text = value as? String, !text.isEmpty else {
      throw Problem(words: "has no text under “\(key)”; write one or take the key out")
    }
    return text
  }

  private func required(_ key: String) throws(Problem) -> String {
    guard let text = try text(key) else { throw Problem(words: "needs the key “\(key)”") }
    return text
  }

  private func day(_ key: String) throws(Problem) -> CalendarDay? {
    guard let text = try text(key) else { return nil }
    guard let day = CalendarDay(text) else {
      throw Problem(words: "has no date under “\(key)”; write it as 2026-11-22")
    }
    return day
  }
}
