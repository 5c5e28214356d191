/// Every limit of a run, in one table; each that is hit becomes an unread or capped entry by its key.
package struct Limits: Sendable, Equatable {
  /// `document-bytes`: larger files are unread.
  package var documentBytes = 512 * 1024 * 1024
  /// `document-parts`: parts a document may have.
  package var documentParts = 100_000
  /// `document-expansion`: bytes of text a document's parts may hold together, over its file's bytes.
  package var documentExpansion = 16
  /// `package-entries`: entries that a zip file, a Word file or an e-mail may have.
  package var packageEntries = 10_000
  /// `package-bytes`: bytes that they may unpack to together.
  package var packageBytes = 256 * 1024 * 1024
  /// `package-ratio`: bytes that an entry may unpack to for each of its own, from a megabyte on.
  package var packageRatio = 400
  /// `nesting`: how deep elements of a web page may stand in one another.
  package var nesting = 1_000
  /// `findings`: findings listed for one document; critical ones first.
  package var findings = 20_000
  /// `hunted-names`: words of names that are hunted through a document, those that stand first.
  package var huntedNames = 100_000
  /// `reader-seconds`: processor time a reader may take for one document.
  package var readerSeconds = 20
  /// `reader-bytes`: memory a reader may take.
  package var readerBytes = 2 * 1024 * 1024 * 1024
  /// `pattern-units`: PCRE2 match limit of one attempt of one rule.
  package var patternUnits = 20_000

  package init() {}

  /// Each limit by the key that settings and reports call it by.
  package static let keys: [(name: String, value: any WritableKeyPath<Limits, Int> & Sendable)] = [
    ("document-bytes", \.documentBytes), ("document-parts", \.documentParts),
    ("document-expansion", \.documentExpansion), ("package-entries", \.packageEntries),
    ("package-bytes", \.packageBytes),
    ("package-ratio", \.packageRatio), ("nesting", \.nesting),
    ("findings", \.findings), ("hunted-names", \.huntedNames), ("reader-seconds", \.readerSeconds),
    ("reader-bytes", \.readerBytes), ("pattern-units", \.patternUnits),
  ]
}
