/// What the binary carries of `Patterns/` and `Reports/`: no file is looked for at run time.
package enum Resources {
  /// The compiled pattern table; `RuleTable.decode` reads it. Linear.
  package static func patternTable() -> [UInt8] { EmbeddedBytes.decode(CompiledPatterns.table) }

  /// The table of words and names that `NameLexicon` reads where it lies.
  package static var peopleLexicon: StaticString { CompiledPatterns.peopleLexicon }

  /// The table that `LetterModel` reads where it lies.
  package static var peopleLetters: StaticString { CompiledPatterns.peopleLetters }

  /// The weight of every case of evidence for a person's name.
  package static var peopleWeights: [Int16] { CompiledPatterns.peopleWeights }

  /// Every embedded file by its path in the project, such as "Patterns/Packs/contact.yaml", sorted.
  package static var paths: [String] { CompiledPatterns.files.map { "\($0.path)" } }

  /// The bytes of an embedded file as its author wrote it; nil when there is none.
  package static func file(_ path: String) -> [UInt8]? {
    CompiledPatterns.files.first { "\($0.path)" == path }.map { EmbeddedBytes.decode($0.contents) }
  }
}
