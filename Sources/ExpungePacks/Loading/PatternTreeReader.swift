import ExpungeDetection
import ExpungeText
import Yams

/// Reads all files of a pattern folder and checks what they say about each other.
struct PatternTreeReader {
  /// What a file is, by its keys.
  enum Kind {
    case macros, foldings, classes, circumstances, confidences, rules, guards, profile, lexicon,
      cast, law, publication
  }

  struct OpenFile {
    let source: PatternSource
    let file: YAMLFile
    let root: Node.Mapping
    let kind: Kind
    let scope: MacroScope
    /// What a file of another folder must be to stand in for this one; macros never do.
    let replaces: String
  }

  private let problems: ProblemList
  private(set) var rulePacks: [Pack] = []
  private(set) var guardPacks: [Pack] = []
  private var profileDrafts: [ProfileReader.Draft] = []
  private(set) var lexicons: [Lexicon] = []
  private(set) var classes: [TaxonomyClass] = []
  private(set) var circumstances: [Circumstance] = []
  private(set) var law: [LegalReference] = []
  private(set) var publication: [PublicationCheck] = []
  private(set) var confidences: [MeasuredConfidence] = []
  private(set) var foldings: [UInt32: [UInt8]] = [:]
  private var pending = PackReader.Pending()
  private var rulesNamedByProfiles: [LocatedText] = []
  /// Where each pack and profile stands.
  private var places: [String: SourcePlace] = [:]

  init(_ problems: ProblemList) { self.problems = problems }

  // MARK: Opening

  func open(_ source: PatternSource, _ scope: MacroScope) -> OpenFile? {
    guard let (file, root) = YAMLFile.read(source, problems) else { return nil }
    guard let kind = kind(of: root, in: file) else { return nil }
    return OpenFile(
      source: source, file: file, root: root, kind: kind, scope: scope,
      replaces: replacementKey(kind, root, source))
  }

  private func kind(of root: Node.Mapping, in file: YAMLFile) -> Kind? {
    let keys = Set(root.compactMap { $0.key.string })
    if keys.contains("rules") { return .rules }
    if keys.contains("guards") { return .guards }
    if keys.contains("profile") { return .profile }
    if keys.contains("lexicon") { return .lexicon }
    if keys.contains("foldings") { return .foldings }
    if keys.contains("classes") { return .classes }
    if keys.contains("circumstances") { return .circumstances }
    if keys.contains("confidences") { return .confidences }
    if keys.contains("cast") { return .cast }
    if keys.contains("law") { return .law }
    if keys.contains("publication") { return .publication }
    let start = SourcePlace(
      file: file.path, line: root.mark?.line ?? 1, column: root.mark?.column ?? 1)
    if keys.contains("pack") {
      problems.add("the pack has neither rules nor guards; add one or delete the file", at: start)
      return nil
    }
    if keys.contains("macros") { return .macros }
    problems.add(
      "the file is no pack, profile or table; begin it with `pack:` and the pack's name", at: start)
    return nil
  }

  private func replacementKey(
    _ kind: Kind, _ root: Node.Mapping, _ source: PatternSource
  ) -> String {
    switch kind {
    case .macros: "macros \(source.path)"
    case .foldings: "foldings"
    case .classes: "classes"
    case .circumstances: "circumstances"
    case .confidences: "confidences"
    case .cast: "cast"
    case .law: "law"
    case .publication: "publication"
    case .rules, .guards: "pack \(root["pack"]?.string ?? source.stem)"
    case .profile: "profile \(root["profile"]?.string ?? source.stem)"
    case .lexicon: "lexicon \(root["lexicon"]?.string ?? source.stem)"
    }
  }

  // MARK: Reading

  func readMacros(of files: [OpenFile], _ scopes: MacroScope...) {
    for open in files where open.kind == .macros {
      open.scope.read(
        Fields(open.root, what: "the list of macros", keys: ["macros"], in: open.file, problems))
    }
    for scope in scopes { scope.check(problems) }
  }

  mutating func read(_ files: [OpenFile]) {
    for open in files { read(open) }
  }

  private mutating func read(_ open: OpenFile) {
    switch open.kind {
    case .macros: return
    case .foldings:
      foldings = FoldingsReader(file: open.file, problems: problems).read(open.root)
    case .classes:
      classes = ClassesReader(file: open.file, problems: problems).read(open.root)
    case .circumstances:
      circumstances = CircumstancesReader(file: open.file, problems: problems).read(open.root)
    case .confidences:
      confidences = ConfidencesReader(file: open.file, problems: problems).read(open.root)
    case .profile:
      var reader = ProfileReader(open.file, isOwn: open.scope.isAdded, problems)
      if let draft = reader.read(open.root, from: open.source) {
        let name = draft.profile.identifier
        profileDrafts.append(draft)
        claim("profile \(name)", "the profile “\(name)”", open)
      }
      rulesNamedByProfiles += reader.namedRules
      pending.classCodes += reader.namedClasses
    case .lexicon:
      if let lexicon = LexiconReader(file: open.file, problems: problems).read(open.root) {
        lexicons.append(lexicon)
        claim("lexicon \(lexicon.identifier)", "the lexicon “\(lexicon.identifier)”", open)
      }
    case .cast: lexicons += CastReader(file: open.file, problems: problems).read(open.root)
    case .law:
      law = LawReader(file: open.file, problems: problems)
        .read(open.root, classCodes: &pending.classCodes)
    case .publication:
      publication = PublicationReader(file: open.file, problems: problems)
        .read(open.root, classCodes: &pending.classCodes)
    case .rules: readPack(open, .rules, into: \.rulePacks)
    case .guards: readPack(open, .guards, into: \.guardPacks)
    }
  }

  private mutating func readPack(
    _ open: OpenFile, _ kind: PackReader.Kind,
    into packs: WritableKeyPath<PatternTreeReader, [Pack]>
  ) {
    var reader = PackReader(open.file, kind, sharedMacros: open.scope, problems)
    if let pack = reader.read(open.root, from: open.source) {
      self[keyPath: packs].append(pack)
      claim("pack \(pack.identifier)", "the pack “\(pack.identifier)”", open)
    }
    pending.guardKinds += reader.pending.guardKinds
    pending.aliases += reader.pending.aliases
    pending.classCodes += reader.pending.classCodes
  }

  private mutating func claim(_ key: String, _ words: String, _ open: OpenFile) {
    let place = SourcePlace(
      file: open.file.path, line: open.root.mark?.line ?? 1, column: open.root.mark?.column ?? 1)
    if let first = places.updateValue(place, forKey: key) {
      problems.add("\(words) stands already at \(first.words); rename or delete one", at: place)
    }
  }

  // MARK: Profiles

  /// Each profile on top of the one that it extends.
  var profiles: [Profile] { profileDrafts.compactMap { profile(of: $0, within: []) } }

  /// Nil, with a problem, where a profile extends none that there is, or itself.
  private func profile(of draft: ProfileReader.Draft, within outer: [String]) -> Profile? {
    guard let base = draft.base else { return draft.profile }
    let chain = outer + [draft.profile.identifier]
    guard !chain.contains(base.text),
      let under = profileDrafts.first(where: { $0.profile.identifier == base.text })
    else {
      let known = profileDrafts.map(\.profile.identifier).filter { !chain.contains($0) }.sorted()
      problems.add(
        "there is no profile “\(base.text)” to extend; use one of \(known.joined(separator: ", "))",
        at: base.place)
      return nil
    }
    return profile(of: under, within: chain).map(draft.apply)
  }

  // MARK: Checking

  func check() {
    let rules = (rulePacks + guardPacks).flatMap(\.rules)
    checkIdentifiers(rules)
    let kinds = Set(
      guardPacks.flatMap(\.rules).compactMap { rule in
        if case .guarding(let guarding) = rule.rule.role { guarding.kind } else { nil }
      })
    for kind in pending.guardKinds where !kinds.contains(kind.text) {
      let known =
        kinds.isEmpty ? "there are none" : "use one of \(kinds.sorted().joined(separator: ", "))"
      problems.add("no guard is of the kind “\(kind.text)”; \(known)", at: kind.place)
    }
    if !classes.isEmpty {
      let codes = Set(classes.map(\.code))
      for code in pending.classCodes where !codes.contains(code.text) {
        problems.add(
          "no class is called “\(code.text)”; take one of Classes.yaml or add it there",
          at: code.place)
      }
    }
    let names = Set(rules.flatMap { [$0.rule.identifier] + $0.rule.aliases })
    let checks = Set(publication.map(\.identifier))
    for name in rulesNamedByProfiles where !names.union(checks).contains(name.text) {
      problems.add(
        "no rule is called “\(name.text)”; write it as pack/name of an existing rule",
        at: name.place)
    }
  }

  private func checkIdentifiers(_ rules: [AuthoredRule]) {
    var seen: [String: SourcePlace] = [:]
    for rule in rules {
      if let first = seen[rule.rule.identifier] {
        problems.add(
          "the rule “\(rule.rule.identifier)” stands already at \(first.words); rename one",
          at: rule.place)
      } else {
        seen[rule.rule.identifier] = rule.place
      }
    }
    for alias in pending.aliases {
      if let first = seen.updateValue(alias.place, forKey: alias.text) {
        problems.add(
          "the alias “\(alias.text)” is the name of a rule already, at \(first.words); take it out",
          at: alias.place)
      }
    }
  }
}
