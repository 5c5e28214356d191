extension RuleSet {
  /// The rules of a library with the index that was made when it was compiled; no pattern is
  /// compiled yet.
  ///
  /// - Throws: `RuleSetError` when the index is missing, damaged or made for other rules.
  package convenience init(library: PatternLibrary) throws(RuleSetError) {
    let index: RuleIndex
    do {
      index = try RuleIndex(decoding: library.index)
    } catch {
      throw RuleSetError(
        rule: library.rules.first?.identifier ?? "",
        message: "the index of the rules is damaged; build the program again", offset: 0)
    }
    try self.init(rules: library.rules, index: index)
  }
}
