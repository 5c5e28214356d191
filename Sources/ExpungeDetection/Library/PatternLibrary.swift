package import ExpungeText

/// Everything that is data about what to look for: what the binary carries as one flat table.
package struct PatternLibrary: Sendable, Equatable {
  /// A pack that the rules came from, as reports name it.
  package struct PackSummary: Sendable, Equatable {
    package var identifier: String
    package var version: String
    /// Of the pack's YAML source, in hexadecimal.
    package var sha256: String

    package init(identifier: String, version: String, sha256: String) {
      self.identifier = identifier
      self.version = version
      self.sha256 = sha256
    }
  }

  /// By identifier, rule packs before guard packs.
  package var packs: [PackSummary]
  /// Rules before guards, each in the order of `packs` and of their files.
  package var rules: [Rule]
  package var foldings: Foldings
  package var classes: [TaxonomyClass]
  /// By identifier.
  package var profiles: [Profile]
  /// By identifier.
  package var lexicons: [Lexicon]
  /// In the order in which they are weighed.
  package var circumstances: [Circumstance]
  /// What reports cite beside classes of leak.
  package var law: [LegalReference]
  /// In the order in which they speak.
  package var publication: [PublicationCheck]
  /// SHA-256, in hexadecimal, over everything here but the engine's index: it changes with any pack,
  /// macro, folding, class or profile. Empty until the library was compiled.
  package var sha256: String
  /// What the engine computed about `rules` when they were compiled; its own format.
  package var index: EncodedIndex
  /// The same for the rules without those for information alone, which most profiles leave out; empty
  /// where it was not made.
  package var indexWithoutFacts: EncodedIndex

  package init(
    packs: [PackSummary], rules: [Rule], foldings: Foldings, classes: [TaxonomyClass],
    profiles: [Profile], lexicons: [Lexicon] = [], circumstances: [Circumstance] = [],
    law: [LegalReference] = [], publication: [PublicationCheck] = [], sha256: String = "",
    index: EncodedIndex = .none, indexWithoutFacts: EncodedIndex = .none
  ) {
    self.packs = packs
    self.rules = rules
    self.foldings = foldings
    self.classes = classes
    self.profiles = profiles
    self.lexicons = lexicons
    self.circumstances = circumstances
    self.law = law
    self.publication = publication
    self.sha256 = sha256
    self.index = index
    self.indexWithoutFacts = indexWithoutFacts
  }

  /// The words of a lexicon; empty when there is none of that name.
  package func words(ofLexicon identifier: String) -> Set<String> {
    Set(lexicons.first { $0.identifier == identifier }?.words ?? [])
  }

  /// Without the rules for information alone, whose places cost a scan nearly as much as all others;
  /// the whole library where no index was made for the rest.
  package func withoutFacts() -> PatternLibrary {
    guard !indexWithoutFacts.isEmpty else { return self }
    var library = self
    library.rules.removeAll(where: \.isForInformation)
    library.index = indexWithoutFacts
    library.indexWithoutFacts = .none
    return library
  }

  package func profile(named identifier: String) -> Profile? {
    profiles.first { $0.identifier == identifier }
  }

  package static func == (a: PatternLibrary, b: PatternLibrary) -> Bool {
    a.packs == b.packs && a.rules == b.rules && a.classes == b.classes
      && a.profiles == b.profiles && a.lexicons == b.lexicons && a.circumstances == b.circumstances
      && a.law == b.law && a.publication == b.publication
      && a.sha256 == b.sha256
      && a.index == b.index && a.indexWithoutFacts == b.indexWithoutFacts
      && a.foldings.replacements == b.foldings.replacements
  }
}
