import ExpungeDetection

/// Words that a capital does not make a name: what the lexicons hold of the language's common words.
struct CommonWords {
  /// Lexicons of common words, by identifier; those that a library lacks tell nothing.
  static let lexicons = ["common-words", "function-words"]

  private let words: Set<String>

  init(_ library: PatternLibrary) {
    let names = library.words(ofLexicon: "names-that-are-words")
    let all: Set<String> = Self.lexicons.reduce(into: []) {
      $0.formUnion(library.words(ofLexicon: $1))
    }
    words = all.subtracting(names)
  }

  /// - Parameter key: a word, small and without apostrophes.
  func holds(_ key: String) -> Bool { words.contains(key) }
}
