import ExpungeText
import Yams

/// The keys of one mapping, read once each; whatever is wrong becomes a problem where it stands.
struct Fields {
  let file: YAMLFile
  let mapping: Node.Mapping
  /// What the mapping is, in the middle of a sentence: "a rule".
  let what: String
  let problems: ProblemList

  /// Reports unknown keys at once.
  init(
    _ mapping: Node.Mapping, what: String, keys: [String], in file: YAMLFile,
    _ problems: ProblemList
  ) {
    self.file = file
    self.mapping = mapping
    self.what = what
    self.problems = problems
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      problems.add(
        "unknown key “\(key.string ?? "?")” in \(what); use one of \(keys.joined(separator: ", "))",
        at: file.place(of: key))
    }
  }

  /// Nil, and a problem, when the node is no mapping.
  init?(
    _ node: Node, what: String, keys: [String], in file: YAMLFile, _ problems: ProblemList
  ) {
    guard case .mapping(let mapping) = node else {
      problems.add(
        "\(what) must be a mapping with the keys \(keys.joined(separator: ", "))",
        at: file.place(of: node))
      return nil
    }
    self.init(mapping, what: what, keys: keys, in: file, problems)
  }

  var place: SourcePlace {
    // The parser marks an empty or flow mapping at its brace, a block mapping at its first key.
    SourcePlace(file: file.path, line: mapping.mark?.line ?? 1, column: mapping.mark?.column ?? 1)
  }

  /// Where a key stands, or else the mapping.
  func place(of key: String) -> SourcePlace {
    mapping.first { $0.key.string == key }.map { file.place(of: $0.key) } ?? place
  }

  func node(_ key: String) -> Node? {
    mapping.first { $0.key.string == key }?.value
  }

  /// Nil, and a problem, when the key is missing.
  func required(_ key: String) -> Node? {
    if let node = node(key) { return node }
    problems.add("\(what) needs the key “\(key)”; add it", at: place)
    return nil
  }

  // MARK: Scalars

  /// A text that is not empty; nil when the key is missing.
  func text(_ key: String) -> LocatedText? {
    node(key).flatMap { text($0, called: "“\(key)”") }
  }

  /// A text that is not empty; nil, and a problem, when the key is missing.
  func requiredText(_ key: String) -> LocatedText? {
    required(key).flatMap { text($0, called: "“\(key)”") }
  }

  func text(_ node: Node, called name: String) -> LocatedText? {
    guard case .scalar(let scalar) = node else {
      problems.add("\(name) must be a text, not a list or a mapping", at: file.place(of: node))
      return nil
    }
    guard !scalar.string.isEmpty else {
      problems.add(
        "\(name) is empty; write its value or leave out the key", at: file.place(of: node))
      return nil
    }
    return LocatedText(scalar, in: file)
  }

  /// `false` when the key is missing.
  func flag(_ key: String) -> Bool {
    guard let text = text(key) else { return false }
    switch text.text {
    case "true": return true
    case "false": return false
    default:
      problems.add("“\(key)” must be true or false", at: text.place)
      return false
    }
  }

  /// Nil when the key is missing, or with a problem when it is no whole number of the range.
  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    node(key).flatMap { integer($0, called: "“\(key)”", in: range) }
  }

  func integer(_ node: Node, called name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, called: name) else { return nil }
    guard let number = Int(text.text), range.contains(number) else {
      problems.add(
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: text.place)
      return nil
    }
    return number
  }

  /// A day of the calendar; nil when the key is missing or, with a problem, when it is none.
  func day(_ key: String) -> CalendarDay? {
    guard let text = text(key) else { return nil }
    if let day = CalendarDay(text.text) { return day }
    problems.add("“\(key)” must be a date such as 2026-11-22", at: text.place)
    return nil
  }

  /// One of a fixed set of words.
  func choice<Value>(_ text: LocatedText, called name: String, _ values: [(String, Value)])
    -> Value?
  {
    if let found = values.first(where: { $0.0 == text.text }) { return found.1 }
    problems.add(
      "\(name) cannot be “\(text.text)”; use one of \(values.map(\.0).joined(separator: ", "))",
      at: text.place)
    return nil
  }

  func choice<Value>(_ key: String, _ values: [(String, Value)]) -> Value? {
    text(key).flatMap { choice($0, called: "“\(key)”", values) }
  }

  // MARK: Lists

  /// The list's nodes; nil when the key is missing or, with a problem, when it is no list.
  func list(_ key: String) -> [Node]? {
    guard let node = node(key) else { return nil }
    guard case .sequence(let sequence) = node else {
      problems.add("“\(key)” must be a list, such as [one, two]", at: file.place(of: node))
      return nil
    }
    return Array(sequence)
  }

  func texts(_ key: String) -> [LocatedText]? {
    list(key)?.compactMap { text($0, called: "an entry of “\(key)”") }
  }

  /// The pairs of a mapping below a key, both scalars; empty when the key is missing.
  func pairs(_ key: String) -> [(key: LocatedText, value: LocatedText)] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let mapping) = node else {
      problems.add("“\(key)” must be a mapping of keys to values", at: file.place(of: node))
      return []
    }
    return mapping.compactMap { pair in
      guard let name = text(pair.key, called: "a key of “\(key)”"),
        let value = text(pair.value, called: "“\(name.text)”")
      else { return nil }
      return (name, value)
    }
  }
}
