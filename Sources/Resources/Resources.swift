/// What the binary carries of `Patterns/` and `Reports/`: no file is looked for at run time.
package enum Resources {
  /// The compiled pattern table without the engine's indices; `RuleTable.decode` reads it. Linear.
  package static func patternTable() -> [UInt8] { EmbeddedBytes(CompiledPatterns.table).bytes() }

  /// The engine's index over all rules of the table.
  package static var patternIndex: EmbeddedBytes { EmbeddedBytes(CompiledPatterns.index) }

  /// The engine's index over the rules without those for information alone.
  package static var patternIndexWithoutFacts: EmbeddedBytes {
    EmbeddedBytes(CompiledPatterns.indexWithoutFacts)
  }

  /// The table of words and names that `NameLexicon` reads where it lies.
  package static var peopleLexicon: StaticString { CompiledPatterns.peopleLexicon }

  /// The table of how English uses words that `UsageLexicon` reads where it lies.
  package static var peopleUsage: StaticString { CompiledPatterns.peopleUsage }

  /// The table that `LetterModel` reads where it lies.
  package static var peopleLetters: StaticString { CompiledPatterns.peopleLetters }

  /// The common words that tell whether a word beside or near them is a name, parted by spaces.
  package static var peopleCues: StaticString { CompiledPatterns.peopleCues }

  /// The weight of every case of evidence for a person's name, as `Weights` reads them.
  package static var peopleWeights: StaticString { CompiledPatterns.peopleWeights }

  /// Every embedded file by its path in the project, such as "Patterns/Packs/contact.yaml", sorted.
  package static var paths: [String] { CompiledPatterns.files.map { "\($0.path)" } }

  /// The bytes of an embedded file as its author wrote it; nil when there is none.
  package static func file(_ path: String) -> [UInt8]? {
    CompiledPatterns.files.first { "\($0.path)" == path }.map { EmbeddedBytes($0.contents).bytes() }
  }
}
