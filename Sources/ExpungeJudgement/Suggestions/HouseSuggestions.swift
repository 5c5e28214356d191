import ExpungeCast
import ExpungeDetection
import ExpungeText

/// Writes, for each finding, what the publisher's house style would put in its place: the pseudonym of
/// the same person, the next free letter, "her school", "spring 2024", "in her eighties".
///
/// A profile's own words for a class are stronger. What cannot be told is left to the rule's words.
struct HouseSuggestions {
  private let facts: DocumentFacts
  private let policy: Policy
  private let cast: DocumentCast
  private let pseudonyms: [Location: Pseudonyms.Pseudonym]

  init(
    facts: DocumentFacts, policy: Policy, cast: DocumentCast, beside findings: [Finding]
  ) {
    self.facts = facts
    self.policy = policy
    self.cast = cast
    // Houses that speak of "the resident" give letters to nobody.
    let givesLetters =
      policy.profile.houseStyle["adult"]?.hasPrefix("a title and a letter") == true
    guard givesLetters, findings.contains(where: { $0.label == .person }) else {
      pseudonyms = [:]
      return
    }
    var people = Pseudonyms()
    people.gather(facts.document, findings: findings, cast: cast)
    pseudonyms = people.assign(facts.document, findings: findings, cast: cast) {
      $0.severity >= .high
    }
  }

  /// What to write in place of a finding, as a sentence; nil where nothing better is known than its
  /// rule's words.
  func suggestion(for finding: Finding) -> String? {
    guard let location = finding.location,
      policy.profile.suggestions[finding.classCode] == nil
        && policy.profile.suggestions[finding.label.rawValue] == nil
    else { return nil }
    let text = facts.document.parts[location.part].text[location.range.start..<location.range.end]
    switch finding.label {
    case .person: return pseudonyms[location].map { person($0, finding) }
    case .organisation:
      return institution(in: text).map { "Write \(quoted("\(owner(at: location)) \($0)"))." }
    case .address where text.count < 120:
      return text.contains(where: Ascii.isDigit)
        ? "Write \(quoted("\(owner(at: location)) home")), or leave it out."
        : "Write \(quoted("a nearby road")), or leave it out."
    case .date: return DayInWords(text).map { "Write \(quoted($0.season)), if it matters." }
    case .birthDate:
      return DayInWords(text)?.year.map { "Write \(quoted("born in \($0)")), if it matters." }
    case .age: return age(text, at: location)
    default: return nil
    }
  }

  private func person(_ pseudonym: Pseudonyms.Pseudonym, _ finding: Finding) -> String {
    let name = quoted(pseudonym.written)
    if let known = cast.pseudonyms[finding.subject]?.key {
      return pseudonym.name == known.letter || pseudonym.name == known.name
        ? "Write \(name) if it is the same person."
        : "Write \(quoted(known.name)) if it is the same person, otherwise \(name), which is free."
    }
    return "Write \(name), which is free, or who it is, such as \(quoted("the neighbour"))."
  }

  private func age(_ text: ArraySlice<UInt8>, at location: Location) -> String? {
    guard let age = AgeInWords(text) else { return nil }
    let isAttribute = text.contains(Ascii.hyphen)
    let words = isAttribute ? age.attribute : age.predicate(of: cast.gender(before: location))
    return "Write \(quoted(words)), if it matters."
  }

  private func quoted(_ words: String) -> String { "\u{201C}\(words)\u{201D}" }

  private func owner(at location: Location) -> String { cast.gender(before: location).possessive }

  private func institution(in text: ArraySlice<UInt8>) -> String? {
    let words = text.split { !Ascii.isLetter($0) }
      .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
    return words.last { Self.institutions.contains($0) }.map { word in
      word == "academy" || word == "primary" ? "school" : word
    }
  }

  private static let institutions: Set<String> = [
    "school", "academy", "primary", "college", "nursery", "surgery", "hospital", "church", "mosque",
    "club",
  ]
}
