/// Why no place of a text can be named at which a rule could begin: it is then searched for in the whole
/// text, which takes as long as all other rules together. The lint says so of every such rule.
package enum WholeTextReason: Error, Sendable, Equatable {
  /// The pattern holds what only libpcre2 understands.
  case notUnderstood(PatternParser.Unknown)
  case mayBeEmpty
  /// It may begin with a small letter inside a word, or with a space; which bytes these are.
  case beginsAnywhere(ByteSet)
}

/// A pattern that names the places where it may begin.
struct IndexablePattern {
  let node: PatternNode
  let automaton: ByteAutomaton
  let relation: StartRelation

  /// - Throws: `WholeTextReason` for a pattern that must be searched for in the whole text.
  init(_ pattern: String, ignoresCase: Bool) throws(WholeTextReason) {
    do {
      node = try PatternParser.parse(pattern, ignoresCase: ignoresCase)
    } catch {
      throw .notUnderstood(error)
    }
    automaton = ByteAutomaton(node)
    relation = StartRelation(automaton)
    if relation.mayBeEmpty { throw .mayBeEmpty }
    let frequent = relation.anywhere.intersection(TriggerIndex.tooFrequent)
    if !frequent.isEmpty { throw .beginsAnywhere(frequent) }
  }
}
