package import ExpungeDetection

/// Makes of a sound pattern folder what a run takes.
package enum PatternCompiler {
  /// What the binary carries, from the files of a pattern folder.
  ///
  /// - Throws: `PackProblems` with everything that is wrong.
  package static func library(
    of sources: [PatternSource]
  ) throws(PackProblems) -> PatternLibrary {
    var library = try compile(PatternTree(sources: sources))
    let speaking = library.rules.filter { !$0.isForInformation }
    if speaking.count < library.rules.count {
      library.indexWithoutFacts = EncodedIndex(RuleIndex(rules: speaking).encode()[...])
    }
    return library
  }

  /// The library with the engine's index over its rules.
  ///
  /// - Parameter known: a library compiled before, whose indices serve when they belong to the same
  ///   patterns: a folder of profiles alone is used without delay.
  /// - Throws: `PackProblems` when the engine refuses a rule.
  package static func compile(
    _ tree: PatternTree, reusing known: PatternLibrary? = nil
  ) throws(PackProblems) -> PatternLibrary {
    var library = tree.library
    // Whether it is whole is found out when it is used.
    if let known, RuleIndex.isIndex(known.index, of: library.rules) {
      library.index = known.index
      if library.rules.map(\.isForInformation) == known.rules.map(\.isForInformation) {
        library.indexWithoutFacts = known.indexWithoutFacts
      }
      return library
    }
    do {
      library.index = EncodedIndex(
        try RuleSet(rules: library.rules).index.encode()[...])
    } catch {
      guard let rule = tree.rule(named: error.rule) else {
        throw PackProblems([
          PackProblem(file: error.rule, line: 0, column: 0, message: error.message)
        ])
      }
      throw PackProblems([rule.problem(atPatternByte: error.offset, error.message)])
    }
    return library
  }
}
