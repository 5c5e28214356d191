package import ExpungeDetection
package import ExpungeText
package import PCRE2

/// Turns the hits of one document into findings: vetoes, context, overlaps, propagation, severity,
/// confidence, blocking.
///
/// Deterministic: the same document, rules and profile give the same findings in the same order.
package struct Judge: Sendable {
  let rules: [Rule]
  let contexts: ContextMatcher
  package let policy: Policy
  /// Whether names that were given away are hunted through the document.
  let propagates: Bool
  /// Names that are also words of the language, in lower case: Will, Grace, Hill.
  let ordinaryNames: Set<String>
  let limits: Limits
  /// The taxonomy: what narrows the circle around a person, and by how much.
  let classes: [TaxonomyClass]
  /// What makes a finding worse or surer, whatever its rule.
  let circumstances: [Circumstance]
  let circumstanceWords: PhraseMatcher
  let purposeWords: PhraseMatcher
  /// Stages that find leaks without a rule, in the order in which they speak.
  let scorers: [any Scorer]

  package init(
    rules: [Rule], contexts: ContextMatcher, policy: Policy, propagates: Bool,
    ordinaryNames: Set<String> = [], people: PeopleScorer? = nil, classes: [TaxonomyClass] = [],
    circumstances: [Circumstance] = [], limits: Limits = Limits()
  ) {
    self.rules = rules
    self.contexts = contexts
    self.policy = policy
    self.propagates = propagates
    self.ordinaryNames = ordinaryNames
    self.classes = classes
    self.limits = limits
    scorers = people.map { [$0] } ?? []
    self.circumstances = circumstances
    circumstanceWords = PhraseMatcher(circumstances.map(\.beside))
    purposeWords = PhraseMatcher(policy.profile.namedOnPurpose.map(\.beside))
  }

  /// One part as the engine saw it.
  package struct ScannedPart: Sendable {
    package var reading: Reading
    package var hits: [Hit]

    package init(reading: Reading, hits: [Hit]) {
      self.reading = reading
      self.hits = hits
    }
  }

  /// Judges a document.
  ///
  /// - Parameters:
  ///   - scanned: one for each part, in the same order; of the guards those are enough that stand
  ///     in the blocks of the rules' hits.
  ///   - structures: one for each part, in the same order.
  ///   - explains: whether to keep what became of every hit.
  ///   - listsExplained: whether to list what guards explain, of which a long text has very much.
  ///   - scratch: the worker's memory for the phrases around hits.
  ///   - guardsOfPart: the hits of all guards in a part, asked for when a name is hunted through the
  ///     document, where guards matter beside no hit; nil when the part's hits hold them already.
  package func judge(
    _ document: Document, scanned: [ScannedPart], structures: [PartStructure],
    explains: Bool = false, listsExplained: Bool = true, with scratch: inout Scratch,
    guardsOfPart: (Int) -> [Hit]? = { _ in nil }
  ) -> Judgement {
    var work = DocumentWork(
      judge: self,
      facts: DocumentFacts(document: document, scanned: scanned, structures: structures),
      explains: explains, listsExplained: listsExplained)
    return work.run(with: &scratch, guardsOfPart: guardsOfPart)
  }
}
