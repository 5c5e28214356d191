package import ExpungeJudgement
package import ExpungeText

/// What a file is made of, in counts: what `expunge inspect` says. No value and no word of it.
package struct FileInspection {
  /// Parts that are called alike: "comment 1 to 14".
  package struct Layer: Sendable, Equatable {
    package var name: String
    package var kind: Part.Kind
    package var visibility: Part.Visibility
    package var parts: Int
    /// Unicode scalars.
    package var characters: Int
    package var words: Int
  }

  package let audit: DocumentAudit
  /// Of the file.
  package let bytes: Int
  /// In the order of the file; by name, kind and visibility.
  package let layers: [Layer]

  /// - Parameters:
  ///   - audit: of the file; its findings are not looked at.
  ///   - words: counts those of a text.
  package init(_ audit: DocumentAudit, bytes: Int, words: ([UInt8]) -> Int) {
    self.audit = audit
    self.bytes = bytes
    var groups: [LayerGroup] = []
    var known: [LayerGroup.Key: Int] = [:]
    for part in audit.document?.parts ?? [] {
      let (stem, number) = LayerGroup.cut(part.name)
      let key = LayerGroup.Key(stem: stem, kind: part.kind, visibility: part.visibility)
      let index = known[key] ?? groups.count
      if index == groups.count {
        known[key] = index
        groups.append(LayerGroup(key: key))
      }
      groups[index].add(
        number, characters: UnitCount(part.text[...]).scalars, words: words(part.text))
    }
    layers = groups.map(\.layer)
  }

  /// What the reader noticed, each with how often, in the order of the vocabulary.
  package var facts: [(fact: FileFact, count: Int)] {
    FileFact.allCases.compactMap { fact in
      audit.document?.facts[fact].flatMap { $0 > 0 ? (fact, $0) : nil }
    }
  }

  /// What a redaction takes out by rule, whatever it holds, each with how often.
  package var goesByRule: [(kind: LayerCut.Kind, count: Int)] {
    var counts: [LayerCut.Kind: Int] = [:]
    for cut in audit.document?.cuts ?? [] { counts[cut.kind, default: 0] += 1 }
    return LayerCut.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }
}

/// Parts that are called alike but for their numbers.
private struct LayerGroup {
  struct Key: Hashable {
    let stem: String
    let kind: Part.Kind
    let visibility: Part.Visibility
  }

  let key: Key
  private var numbers: [Int] = []
  private var parts = 0
  private var characters = 0
  private var words = 0

  init(key: Key) { self.key = key }

  /// "comment 14" is "comment" and 14.
  static func cut(_ name: String) -> (stem: String, number: Int?) {
    guard let space = name.lastIndex(of: " "),
      let number = Int(name[name.index(after: space)...])
    else { return (name, nil) }
    return (String(name[..<space]), number)
  }

  mutating func add(_ number: Int?, characters: Int, words: Int) {
    parts += 1
    if let number { numbers.append(number) }
    self.characters += characters
    self.words += words
  }

  var layer: FileInspection.Layer {
    var name = key.stem
    if let first = numbers.min(), let last = numbers.max() {
      name += first == last ? " \(first)" : " \(first) to \(last)"
    }
    return FileInspection.Layer(
      name: name, kind: key.kind, visibility: key.visibility, parts: parts,
      characters: characters, words: words)
  }
}
