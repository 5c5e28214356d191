import ExpungeDetection
import Yams

/// Reads `Circumstances.yaml`: what makes a finding worse or surer, whatever its rule.
struct CircumstancesReader {
  let file: YAMLFile
  let problems: ProblemList

  private static let keys = [
    "name", "reason", "places", "near", "before", "after", "within", "labels", "from", "to",
    "raises", "weight", "source",
  ]
  private static let places = Circumstance.Place.allCases.map { ($0.name, $0) }
  private static let sides: [(String, Rule.Context.Side)] = [
    ("before", .before), ("after", .after), ("near", .either),
  ]

  func read(_ root: Node.Mapping) -> [Circumstance] {
    let head = Fields(
      root, what: "the list of circumstances", keys: ["circumstances"], in: file, problems)
    return (head.list("circumstances") ?? []).compactMap(entry)
  }

  private func entry(_ node: Node) -> Circumstance? {
    guard
      let fields = Fields(node, what: "a circumstance", keys: Self.keys, in: file, problems),
      let name = fields.requiredText("name"), let reason = fields.requiredText("reason"),
      let source = fields.requiredText("source")
    else { return nil }
    var circumstance = Circumstance(
      name: name.text, reason: reason.text,
      places: (fields.texts("places") ?? []).compactMap {
        fields.choice($0, called: "an entry of “places”", Self.places)
      },
      labels: (fields.texts("labels") ?? []).compactMap {
        fields.choice($0, called: "an entry of “labels”", Names.labels)
      },
      from: fields.choice("from", Names.severities) ?? .info,
      to: fields.choice("to", Names.severities) ?? .critical,
      raises: fields.integer("raises", in: -4...4) ?? 0,
      weight: fields.integer("weight", in: -100...100) ?? 0, source: source.text)
    circumstance.beside = Self.sides.compactMap { key, side in
      guard let phrases = fields.texts(key), !phrases.isEmpty else { return nil }
      for phrase in phrases where phrase.text != phrase.text.lowercased() {
        problems.add("a phrase is written in lower case, not “\(phrase.text)”", at: phrase.place)
      }
      let within = fields.required("within").flatMap {
        fields.integer($0, called: "“within”", in: 1...1000)
      }
      return Rule.Context(
        side: side, phrases: phrases.map(\.text), within: within ?? 1, weight: 0)
    }
    if circumstance.raises == 0, circumstance.weight == 0 {
      problems.add(
        "a circumstance does nothing; give it “raises” or “weight”", at: fields.place)
    }
    if circumstance.places.isEmpty, circumstance.beside.isEmpty {
      problems.add(
        "a circumstance holds everywhere; give it “places”, or words in “near”", at: fields.place)
    }
    return circumstance
  }
}
