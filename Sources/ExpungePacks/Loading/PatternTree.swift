package import ExpungeDetection
import ExpungeHashing
package import ExpungeText
import Yams

/// A pattern folder as its authors wrote it, read whole and found sound.
package struct PatternTree: Sendable {
  /// By identifier.
  package private(set) var rulePacks: [Pack] = []
  /// By identifier.
  package private(set) var guardPacks: [Pack] = []
  package private(set) var foldings = Foldings.none
  package private(set) var classes: [TaxonomyClass] = []
  /// By identifier.
  package private(set) var profiles: [Profile] = []
  /// In the order of their file.
  package private(set) var circumstances: [Circumstance] = []
  /// In the order of their file.
  package private(set) var law: [LegalReference] = []
  /// In the order of their file.
  package private(set) var publication: [PublicationCheck] = []
  /// What measuring made of rules' confidences.
  package private(set) var confidences: [MeasuredConfidence] = []
  /// By identifier.
  package private(set) var lexicons: [Lexicon] = []

  package var packs: [Pack] { rulePacks + guardPacks }
  /// Rules before guards, in the order of the library.
  package var rules: [AuthoredRule] { packs.flatMap(\.rules) }

  /// Reads a pattern folder, and another that adds to it or replaces packs of the same name.
  ///
  /// Macros of the second folder are for its own packs; its tables of classes and foldings stand in
  /// for the first folder's as a whole. Files are told apart by their keys, not by
  /// their place: a flat folder will do.
  ///
  /// - Throws: `PackProblems` with everything that is wrong.
  package init(
    sources: [PatternSource], overlay: [PatternSource] = []
  ) throws(PackProblems) {
    let problems = ProblemList()
    var reader = PatternTreeReader(problems)
    let base = MacroScope()
    let added = MacroScope(parent: base)
    let over = overlay.compactMap { reader.open($0, added) }
    let replaced = Set(over.map(\.replaces))
    let under = sources.compactMap { reader.open($0, base) }
    let files = under.filter { !replaced.contains($0.replaces) } + over
    reader.readMacros(of: under + over, base, added)
    reader.read(files)
    reader.check()
    let profiles = reader.profiles
    guard problems.problems.isEmpty else { throw PackProblems(problems.sorted) }
    rulePacks = reader.rulePacks.sorted { $0.identifier < $1.identifier }
    guardPacks = reader.guardPacks.sorted { $0.identifier < $1.identifier }
    self.profiles = profiles.sorted { $0.identifier < $1.identifier }
    lexicons = reader.lexicons.sorted { $0.identifier < $1.identifier }
    classes = reader.classes
    circumstances = reader.circumstances
    law = reader.law
    publication = reader.publication
    confidences = reader.confidences
    foldings = Foldings(replacements: reader.foldings)
  }

  /// What judgement takes, and the engine before it has made its index.
  package var library: PatternLibrary {
    var library = PatternLibrary(
      packs: packs.map {
        PatternLibrary.PackSummary(
          identifier: $0.identifier, version: $0.version,
          sha256: SHA256.digest(of: $0.source.bytes).hexadecimal)
      },
      rules: rules.map { measured($0.rule) }, foldings: foldings, classes: classes,
      profiles: profiles,
      lexicons: lexicons, circumstances: circumstances, law: law,
      publication: publication)
    library.sha256 = SHA256.digest(of: RuleTable.encode(library)).hexadecimal
    return library
  }

  /// The measure of a rule; nil where there is none, or where its pack has changed since.
  package func measure(of rule: Rule) -> MeasuredConfidence? {
    guard case .rule(let leak) = rule.role else { return nil }
    return confidences.first { $0.rule == rule.identifier && $0.was == leak.confidence }
  }

  /// A rule with its measured confidence, where it has one.
  private func measured(_ rule: Rule) -> Rule {
    guard case .rule(var leak) = rule.role, let measure = measure(of: rule) else { return rule }
    leak.confidence = measure.confidence
    var rule = rule
    rule.role = .rule(leak)
    return rule
  }

  /// The rule or guard of an identifier, or of a former one.
  package func rule(named identifier: String) -> AuthoredRule? {
    rules.first { $0.rule.identifier == identifier }
      ?? rules.first { $0.rule.aliases.contains(identifier) }
  }

  package func pack(named identifier: String) -> Pack? {
    packs.first { $0.identifier == identifier }
  }
}
