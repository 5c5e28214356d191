import ExpungeDetection
import ExpungeText
import Yams

/// Reads a publisher's profile.
struct ProfileReader {
  /// A profile as far as its own file goes.
  struct Draft {
    var profile: Profile
    /// The profile that it begins from.
    var base: LocatedText?
    /// What the file says, on top of any profile.
    let apply: (Profile) -> Profile
  }

  let file: YAMLFile
  let problems: ProblemList
  /// Whether it is the publisher's own, from a folder given to `--patterns`.
  let isOwn: Bool

  /// Rules and classes that the profile names, to be checked when all files are known.
  private(set) var namedRules: [LocatedText] = []
  private(set) var namedClasses: [LocatedText] = []

  init(_ file: YAMLFile, isOwn: Bool, _ problems: ProblemList) {
    self.file = file
    self.isOwn = isOwn
    self.problems = problems
  }

  private static let keys = [
    "profile", "extends", "title", "source", "description", "floors", "severities", "fail-on",
    "combination-limit", "masks-facts",
    "own-sites", "publication-allows", "named-on-purpose", "named", "inline-markers",
    "real-initials", "house-style", "suggestions",
  ]

  mutating func read(_ root: Node.Mapping, from source: PatternSource) -> Draft? {
    let fields = Fields(root, what: "a profile", keys: Self.keys, in: file, problems)
    guard let name = fields.requiredText("profile"), let title = fields.requiredText("title") else {
      return nil
    }
    if name.text != source.stem {
      problems.add(
        "the profile “\(name.text)” stands in \(source.fileName); give both one name",
        at: name.place)
    }
    let changes: [(inout Profile) -> Void] =
      [
        heading(fields, name, title), floors(fields), severities(fields), policy(fields),
        publication(fields),
      ]
      + named(fields)
    let apply: (Profile) -> Profile = { base in
      changes.reduce(into: base) { profile, change in change(&profile) }
    }
    return Draft(
      profile: apply(Profile(identifier: name.text, title: title.text)),
      base: fields.text("extends"), apply: apply)
  }

  private func heading(
    _ fields: Fields, _ name: LocatedText, _ title: LocatedText
  ) -> (inout Profile) -> Void {
    let source = fields.text("source")?.text
    let description = fields.text("description")?.text
    return { profile in
      profile.identifier = name.text
      profile.title = title.text
      profile.source = source ?? profile.source
      profile.description = description ?? profile.description
    }
  }

  private func floors(_ fields: Fields) -> (inout Profile) -> Void {
    var standard: Int?
    var floors: [Label: Int] = [:]
    for (key, value) in fields.pairs("floors") {
      guard let floor = Int(value.text), (0...100).contains(floor) else {
        problems.add("a floor must be a whole number from 0 to 100", at: value.place)
        continue
      }
      if key.text == "default" {
        standard = floor
      } else if let label = fields.choice(key, called: "a key of “floors”", Names.labels) {
        floors[label] = floor
      }
    }
    return { [standard, floors] profile in
      profile.defaultFloor = standard ?? profile.defaultFloor
      profile.floors.merge(floors) { $1 }
    }
  }

  private mutating func severities(_ fields: Fields) -> (inout Profile) -> Void {
    guard let node = fields.node("severities"),
      let severities = Fields(
        node, what: "“severities”", keys: ["by-rule", "by-class", "by-label"], in: file, problems)
    else { return { _ in } }
    var byRule: [String: Severity] = [:]
    var byClass: [String: Severity] = [:]
    var byLabel: [Label: Severity] = [:]
    for (key, value) in severities.pairs("by-rule") {
      namedRules.append(key)
      byRule[key.text] = severities.choice(value, called: "a severity", Names.severities)
    }
    for (key, value) in severities.pairs("by-class") {
      namedClasses.append(key)
      byClass[key.text] = severities.choice(value, called: "a severity", Names.severities)
    }
    for (key, value) in severities.pairs("by-label") {
      guard let label = severities.choice(key, called: "a key of “by-label”", Names.labels)
      else { continue }
      byLabel[label] = severities.choice(value, called: "a severity", Names.severities)
    }
    return { [byRule, byClass, byLabel] profile in
      profile.severitiesByRule.merge(byRule) { $1 }
      profile.severitiesByClass.merge(byClass) { $1 }
      profile.severitiesByLabel.merge(byLabel) { $1 }
    }
  }

  private mutating func policy(_ fields: Fields) -> (inout Profile) -> Void {
    let failOn = fields.choice("fail-on", Names.severities)
    let limit = fields.integer("combination-limit", in: 0...100)
    let masksFacts = fields.choice("masks-facts", [("true", true), ("false", false)])
    let markers = fields.choice("inline-markers", InlineMarkerTrust.allCases.map { ($0.name, $0) })
    let initials = fields.choice(
      "real-initials", Profile.RealInitials.allCases.map { ($0.name, $0) })
    let style = fields.pairs("house-style").map { ($0.key.text, $0.value.text) }
    var suggestions: [String: String] = [:]
    for (key, value) in fields.pairs("suggestions") {
      if Label(rawValue: key.text) == nil { namedClasses.append(key) }
      suggestions[key.text] = value.text
    }
    return { [suggestions] profile in
      profile.failOn = failOn ?? profile.failOn
      profile.combinationLimit = limit ?? profile.combinationLimit
      profile.masksFacts = masksFacts ?? profile.masksFacts
      profile.inlineMarkers = markers ?? profile.inlineMarkers
      profile.realInitials = initials ?? profile.realInitials
      profile.houseStyle.merge(style) { $1 }
      profile.suggestions.merge(suggestions) { $1 }
    }
  }

  private mutating func publication(_ fields: Fields) -> (inout Profile) -> Void {
    let sites = fields.texts("own-sites")
    for site in sites ?? [] where site.text != site.text.lowercased() || site.text.contains("/") {
      problems.add(
        "a site is a host in lower case, such as www.example.org, not “\(site.text)”",
        at: site.place)
    }
    let allowed = fields.texts("publication-allows")
    namedRules += allowed ?? []
    return { profile in
      profile.ownSites = sites?.map(\.text) ?? profile.ownSites
      profile.publicationAllows = allowed?.map(\.text) ?? profile.publicationAllows
    }
  }

  private func named(_ fields: Fields) -> [(inout Profile) -> Void] {
    let reader = NamedReader(file: file, problems: problems)
    let onPurpose = (fields.list("named-on-purpose") ?? []).compactMap(reader.onPurpose)
    let entries = fields.list("named") ?? []
    if !entries.isEmpty, !isOwn {
      problems.add(
        "“named” must be empty in a shipped profile; name people in the publisher's own settings",
        at: fields.place(of: "named"))
      return []
    }
    let people = entries.compactMap(reader.person)
    return [{ $0.namedOnPurpose += onPurpose }, { $0.named += people }]
  }
}
