package import ExpungeCast
import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// A document's cast in the words of reports: pseudonyms, people by name, and what does not fit.
package struct CastSummary {
  package struct Person: Sendable {
    /// "Mrs X"
    package var name: String
    /// "title", "letter", "role", "institution"
    package var form: String
    /// Who it is: "complains", "son of Mrs X", "not introduced".
    package var words: String
    package var gender: Gender
    package var isComplainant: Bool
    package var relation: Relation?
    /// "Mrs X"
    package var relatedTo: String?
    package var introductions: [(manner: String, location: Location)]
    package var mentions: [Location]
  }

  /// Somebody whose name was found.
  package struct Named: Sendable {
    /// From 1: what masks the name, as "[NAME 1]".
    package var number: Int
    package var subject: Int
    /// The first mention.
    package var finding: Finding
    package var mentions: [Location]
    /// The pseudonym that seems to be theirs.
    package var pseudonym: String?
  }

  package let audit: DocumentAudit
  package let people: [Person]
  package let named: [Named]
  /// What the checks say, in printing order.
  package let breaches: [Finding]

  /// - Parameter cast: nil where the document has no pseudonym.
  package init(_ audit: DocumentAudit, cast: CastList?, readings: [Reading]) {
    self.audit = audit
    breaches = audit.findings.filter { $0.label == .consistency }
    func location(_ part: Int, _ range: ByteRange) -> Location {
      Location(part: part, range: readings[part].original(of: range))
    }
    people = (cast?.entries ?? []).map { entry in
      Person(
        name: entry.key.name, form: Self.form(of: entry.key), words: Self.words(entry, in: cast),
        gender: entry.gender, isComplainant: entry.isComplainant, relation: entry.relation,
        relatedTo: Self.relatedTo(entry, in: cast),
        introductions: entry.introductions.map {
          ($0.manner.name, location(cast?.partNumber($0.part) ?? 0, $0.range))
        },
        mentions: entry.mentions.compactMap { number in
          cast.map { location($0.partNumber(of: $0.mentions[number]), $0.mentions[number].range) }
        })
    }
    var order: [Int] = []
    var mentions: [Int: [Location]] = [:]
    var first: [Int: Finding] = [:]
    for finding in audit.findings where finding.label == .person {
      guard let location = finding.location else { continue }
      if first[finding.subject] == nil {
        order.append(finding.subject)
        first[finding.subject] = finding
      }
      mentions[finding.subject, default: []].append(location)
    }
    let names = breaches.filter { $0.classCode == CastCheck.realName.rawValue }
    let byPlace = Dictionary(
      people.flatMap { person in person.mentions.map { ($0, person.name) } },
      uniquingKeysWith: { first, _ in first })
    named = order.enumerated().compactMap { index, subject in
      guard let finding = first[subject] else { return nil }
      let match = names.first { $0.subject == subject }
      let contrast = match?.related.first { $0.role == .contrast }
      return Named(
        number: index + 1, subject: subject, finding: finding, mentions: mentions[subject] ?? [],
        pseudonym: contrast.flatMap { byPlace[$0.location] })
    }
  }

  private static func form(of key: CastKey) -> String {
    switch key.form {
    case .titled: "title"
    case .bare: "letter"
    case .role: "role"
    case .institution: "institution"
    }
  }

  private static func relatedTo(_ entry: CastEntry, in cast: CastList?) -> String? {
    entry.introductions.lazy.compactMap(\.relatedTo).first.flatMap { cast?.entries[$0].key.name }
  }

  private static func words(_ entry: CastEntry, in cast: CastList?) -> String {
    if let relation = entry.relation {
      let word = relation.word(entry.gender)
      return relatedTo(entry, in: cast).map { "\(word) of \($0)" } ?? word
    }
    if entry.isComplainant { return "complains" }
    guard let first = entry.introductions.first else { return "not introduced" }
    switch first.manner {
    case .named: return "named by the writer"
    case .relation, .couple: return "one of a couple"
    case .apposition: return "introduced where first named"
    case .complainant: return "complains"
    case .role: return "told by its name"
    }
  }
}

extension Introduction.Manner {
  /// The word of the schema.
  package var name: String {
    switch self {
    case .named: "named"
    case .relation: "relation"
    case .apposition: "apposition"
    case .complainant: "complainant"
    case .role: "role"
    case .couple: "couple"
    }
  }
}

extension Relation {
  /// "son", "daughter", "child".
  package func word(_ gender: Gender) -> String {
    switch (self, gender) {
    case (.child, .woman): "daughter"
    case (.child, .man): "son"
    case (.child, .unknown): "child"
    case (.parent, .woman): "mother"
    case (.parent, .man): "father"
    case (.parent, .unknown): "parent"
    case (.spouse, .woman): "wife or partner"
    case (.spouse, .man): "husband or partner"
    case (.spouse, .unknown): "partner"
    case (.sibling, .woman): "sister"
    case (.sibling, .man): "brother"
    case (.sibling, .unknown): "brother or sister"
    case (.relative, _): "relative"
    }
  }
}
