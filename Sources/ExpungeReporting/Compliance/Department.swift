import ExpungeJudgement
import ExpungeText

/// What the category line of a decision says it is about, in a word of the list alone.
///
/// The line is the document's own and may hold anything, so what the list does not know is not repeated.
enum Department: Hashable, Sendable {
  /// In lower case, as in the list.
  case listed(String)
  case unlisted
  /// The document has no category line.
  case none

  /// - Parameter list: in lower case.
  init(of audit: DocumentAudit, list: Set<String>) {
    guard let parts = audit.document?.parts,
      let index = parts.firstIndex(where: { $0.kind == .body }),
      audit.structures.indices.contains(index),
      let range = audit.structures[index].category
    else {
      self = .none
      return
    }
    let line = String(decoding: parts[index].text[range.start..<range.end], as: UTF8.self)
    let words = line.prefix { $0 != ">" && $0 != "\u{2013}" }.lowercased()
      .map { $0 == "\u{2019}" ? "'" : $0 }
    let name = String(words).split { $0.isWhitespace }.joined(separator: " ")
    self = list.contains(name) ? .listed(name) : .unlisted
  }

  /// What a report of before calls it; a name that the list does not know is not repeated.
  init(key: String, list: Set<String>) {
    self = key == Department.none.key ? .none : list.contains(key) ? .listed(key) : .unlisted
  }

  /// For people: "Adult care services".
  var title: String {
    switch self {
    case .listed(let name): Wording.capitalised(name)
    case .unlisted: "Not in the list"
    case .none: "No category line"
    }
  }

  /// For programs: "adult care services", "(not listed)", "(none)".
  var key: String {
    switch self {
    case .listed(let name): name
    case .unlisted: "(not listed)"
    case .none: "(none)"
    }
  }

  /// Those of the list by name, then the others.
  static func precedes(_ a: Department, _ b: Department) -> Bool {
    switch (a, b) {
    case (.listed(let one), .listed(let other)): one < other
    case (.listed, _): true
    case (.unlisted, .none): true
    case (.unlisted, _), (.none, _): false
    }
  }
}
