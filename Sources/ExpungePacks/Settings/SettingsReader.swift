import ExpungeDetection
import ExpungeText
import Yams

/// Reads `.expunge.yaml`. Unknown keys are errors: a misspelt one must not leave a gate open.
package struct SettingsReader {
  private let file: YAMLFile
  private let problems: ProblemList

  /// Reads settings from the bytes of their file; a file of comments alone decides nothing.
  ///
  /// - Parameter path: how problems call the file.
  /// - Throws: `PackProblems`: everything wrong in the file, each with line and column.
  package static func settings(of bytes: [UInt8], path: String) throws(PackProblems) -> Settings {
    let problems = ProblemList()
    let source = PatternSource(path: path, bytes: bytes)
    guard !YAMLFile.isBlank(source) else { return Settings() }
    var settings = Settings()
    if let (file, root) = YAMLFile.read(
      source, begins: "settings begin with a key such as `profile:`", problems)
    {
      settings = SettingsReader(file: file, problems: problems).read(root)
    }
    guard problems.sorted.isEmpty else { throw PackProblems(problems.sorted) }
    return settings
  }

  private func read(_ root: Node.Mapping) -> Settings {
    let fields = Fields(root, what: "the settings", keys: Settings.keys, in: file, problems)
    var settings = Settings()
    settings.profile = fields.text("profile").map(placed)
    settings.failOn = fields.text("fail-on").flatMap { text in
      fields.choice(text, called: "“fail-on”", Names.severities).map { placed($0, at: text.place) }
    }
    settings.patterns = fields.text("patterns").map(placed)
    settings.baseline = fields.text("baseline").map(placed)
    settings.exclude = (fields.texts("exclude") ?? []).compactMap(pattern)
    let reader = NamedReader(file: file, problems: problems)
    settings.named = (fields.list("named") ?? []).compactMap { node in
      reader.person(node).map { placed($0, at: file.place(of: node)) }
    }
    settings.acknowledged = acknowledged(fields)
    settings.limits = limits(fields)
    return settings
  }

  /// A path below the file's folder, with `*`, `?` and `[…]` for what stands between two "/".
  private func pattern(_ text: LocatedText) -> Settings.Placed<String>? {
    let pieces = text.text.split(separator: "/", omittingEmptySubsequences: false)
    guard !text.text.hasPrefix("/"), !pieces.contains(".."), !pieces.contains("**") else {
      problems.add(
        "a path of “exclude” begins below this file's folder and has neither “..” nor “**”; "
          + "name the folder to leave out all that it holds",
        at: text.place)
      return nil
    }
    return placed(text)
  }

  private func acknowledged(_ fields: Fields) -> [Settings.Placed<Acknowledgement>] {
    let reader = AcknowledgementReader(file: file, problems: problems)
    return (fields.list("acknowledged") ?? []).compactMap { node in
      reader.acknowledgement(node).map { placed($0, at: file.place(of: node)) }
    }
  }

  private func limits(_ fields: Fields) -> [String: Settings.Placed<Int>] {
    var limits: [String: Settings.Placed<Int>] = [:]
    for (key, value) in fields.pairs("limits") {
      guard Limits.keys.contains(where: { $0.name == key.text }) else {
        let known = Limits.keys.map(\.name).joined(separator: ", ")
        problems.add("there is no limit “\(key.text)”; use one of \(known)", at: key.place)
        continue
      }
      guard let number = Int(value.text), number > 0 else {
        problems.add("a limit must be a whole number above 0", at: value.place)
        continue
      }
      limits[key.text] = placed(number, at: value.place)
    }
    return limits
  }

  private func placed(_ text: LocatedText) -> Settings.Placed<String> {
    placed(text.text, at: text.place)
  }

  private func placed<Value>(_ value: Value, at place: SourcePlace) -> Settings.Placed<Value> {
    Settings.Placed(value: value, line: place.line, column: place.column)
  }
}
