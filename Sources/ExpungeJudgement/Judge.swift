package import ExpungeDetection
package import ExpungeText
package import PCRE2

/// Turns the hits of one document into findings: vetoes, context, overlaps, propagation, severity,
/// confidence, blocking.
///
/// Deterministic: the same document, rules and profile give the same findings in the same order.
package struct Judge: Sendable {
  let rules: [Rule]
  /// For each of `rules` whether it finds leaks, rather than explaining them.
  let isRule: [Bool]
  /// Bytes that are judged together; what is found does not depend on it.
  let windowBytes: Int
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
  /// First letters of the case list's names, in capitals.
  let realInitials: Set<String>
  /// What must not be in a file that is published.
  package let publication: [PublicationCheck]
  /// The words of the cast list.
  let cast: CastVocabulary
  /// Stages that find leaks without a rule, in the order in which they speak.
  let scorers: [any Scorer]
  /// What knows names from words; nil where names are not looked for.
  let people: PeopleScorer?

  package init(
    rules: [Rule], contexts: ContextMatcher, policy: Policy, propagates: Bool,
    ordinaryNames: Set<String> = [], people: PeopleScorer? = nil,
    caseNames: CaseListScorer? = nil, classes: [TaxonomyClass] = [],
    circumstances: [Circumstance] = [], publication: [PublicationCheck] = [],
    cast: CastVocabulary = .none, limits: Limits = Limits(),
    windowBytes: Int = 1 << 18
  ) {
    self.cast = cast
    self.publication = publication
    self.rules = rules
    isRule = rules.map { rule in
      if case .rule = rule.role { true } else { false }
    }
    self.windowBytes = windowBytes
    self.contexts = contexts
    self.policy = policy
    self.propagates = propagates
    self.ordinaryNames = ordinaryNames
    self.classes = classes
    self.limits = limits
    self.people = people
    var scorers: [any Scorer] = []
    if let people { scorers.append(people) }
    if let caseNames { scorers.append(caseNames) }
    self.scorers = scorers
    realInitials = caseNames?.initials ?? []
    self.circumstances = circumstances
    circumstanceWords = PhraseMatcher(circumstances.map(\.beside))
    purposeWords = PhraseMatcher(policy.profile.namedOnPurpose.map(\.beside))
  }

  /// Judges a document: scans it window by window, and judges what was found.
  ///
  /// - Parameters:
  ///   - readings: one for each part, in the same order.
  ///   - structures: one for each part, in the same order.
  ///   - explains: whether to keep what became of every hit, and every guard that speaks.
  ///   - keepsCast: whether to hand back the cast list.
  ///   - listsExplained: whether to list what guards explain, of which a long text has very much.
  ///   - scanner: the worker's, of the judge's rules.
  ///   - scratch: the worker's memory for the phrases around hits.
  package func judge(
    _ document: Document, readings: [Reading], structures: [PartStructure],
    explains: Bool = false, keepsCast: Bool = false, listsExplained: Bool = false,
    with scanner: inout Scanner, _ scratch: inout Scratch
  ) -> Judgement {
    var work = DocumentWork(
      judge: self,
      facts: DocumentFacts(document: document, readings: readings, structures: structures),
      explains: explains, keepsCast: keepsCast, listsExplained: listsExplained)
    return work.run(with: &scanner, &scratch)
  }
}
