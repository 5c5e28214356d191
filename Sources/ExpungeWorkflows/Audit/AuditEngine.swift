package import ExpungeDetection
package import ExpungeJudgement
import ExpungePacks
import ExpungePeople
import ExpungeText
import Resources

/// Everything a run shares: the rules, compiled; how they are judged; what the report's head says.
///
/// Immutable, so that any number of workers use one.
package struct AuditEngine: Sendable {
  package let library: PatternLibrary
  package let rules: RuleSet
  package let judge: Judge
  package let header: AuditHeader
  package let options: EngineOptions
  let harmlessFileName: HarmlessFileName
  let furniture: DecisionFurniture

  /// - Throws: `ConfigurationError` when a pack, the profile or an option cannot be used.
  package init(options: EngineOptions) throws(ConfigurationError) {
    self.options = options
    var library = try PatternLibraries.load(patterns: options.patterns)
    for index in library.rules.indices {
      let rule = library.rules[index]
      guard let confidence = options.confidences[rule.identifier], case .rule(var leak) = rule.role
      else { continue }
      leak.confidence = confidence
      library.rules[index].role = .rule(leak)
    }
    guard var profile = library.profile(named: options.profile) else {
      let known = library.profiles.map(\.identifier).joined(separator: ", ")
      throw ConfigurationError(
        "there is no profile \u{201C}\(options.profile)\u{201D}: use one of \(known)")
    }
    profile.named += options.named
    if !profile.masksFacts { library = library.withoutFacts() }
    self.library = library
    do {
      rules = try RuleSet(rules: library.rules, index: RuleIndex(decoding: library.index))
    } catch {
      throw ConfigurationError("the rules cannot be used: \(error)")
    }
    let namesThatAreWords = library.words(ofLexicon: "names-that-are-words")
    harmlessFileName = HarmlessFileName(
      words: library.words(ofLexicon: "file-name-words"), names: namesThatAreWords)
    furniture = DecisionFurniture(library)
    let failOn = options.failOn ?? profile.failOn
    let findsPeople = options.only.isEmpty || options.only.contains(.people)
    judge = Judge(
      rules: library.rules, contexts: ContextMatcher(rules: library.rules),
      policy: Policy(profile: profile, failOn: failOn, at: options.at, isGate: options.isGate),
      propagates: findsPeople, ordinaryNames: namesThatAreWords,
      people: findsPeople ? PeopleScorer(AuditEngine.knowledgeOfPeople) : nil,
      caseNames: options.caseList.map {
        CaseListScorer($0, lexicon: NameLexicon(Resources.peopleLexicon))
      },
      classes: options.only.isEmpty ? library.classes : [],
      circumstances: library.circumstances,
      publication: options.only.isEmpty ? library.publication : [],
      cast: CastVocabulary(library.lexicons),
      limits: options.limits,
      windowBytes: options.windowBytes)
    var header = AuditHeader(
      toolVersion: Version.current,
      packs: library.packs,
      rulesHash: library.sha256, profile: profile.identifier, at: options.at?.description,
      failOn: failOn,
      only: EngineOptions.Stage.allCases.filter(options.only.contains).map(\.rawValue),
      notLookedFor: library.classes.compactMap { item in
        switch item.coverage {
        case .fully: nil
        case .partly: UncheckedClass(code: item.code, title: item.title, partly: true)
        case .notYet: UncheckedClass(code: item.code, title: item.title, partly: false)
        }
      })
    header.settings = options.settings
    self.header = header
  }

  /// Rules and guards that the engine cannot index, by identifier: each takes a pass of its own through
  /// every text. None of the shipped ones.
  package var slowRules: [String] {
    rules.index.wholeTextRules.map { library.rules[Int($0)].identifier }
  }

  private static var knowledgeOfPeople: PeopleKnowledge {
    PeopleKnowledge(
      lexicon: NameLexicon(Resources.peopleLexicon),
      usages: UsageLexicon(Resources.peopleUsage),
      letters: LetterModel(Resources.peopleLetters),
      cues: CueWords(Resources.peopleCues),
      weights: Weights(Resources.peopleWeights))
  }
}
