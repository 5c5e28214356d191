/// What the cast list is checked for, by class of the taxonomy.
package enum CastCheck: String, Sendable, CaseIterable {
  case swappedLetter = "C01"
  case titleDrift = "C02"
  case sharedPseudonym = "C03"
  case secondPseudonym = "C04"
  case pronoun = "C05"
  case genderGivenAway = "C06"
  case notIntroduced = "C07"
  case realInitial = "C08"
  case initials = "C09"
  case realName = "C10"
  case summaryDiffers = "C11"
  case institutionNamed = "C12"
  case houseStyle = "C13"

  /// As findings name it, behind "cast/".
  package var name: String {
    switch self {
    case .swappedLetter: "swapped-letter"
    case .titleDrift: "title-drift"
    case .sharedPseudonym: "two-people-one-pseudonym"
    case .secondPseudonym: "one-person-two-pseudonyms"
    case .pronoun: "pronoun-mismatch"
    case .genderGivenAway: "gender-given-away"
    case .notIntroduced: "not-introduced"
    case .realInitial: "real-initial"
    case .initials: "initials-of-a-name"
    case .realName: "name-beside-pseudonym"
    case .summaryDiffers: "summary-differs"
    case .institutionNamed: "institution-named"
    case .houseStyle: "house-style"
    }
  }

  package var title: String {
    switch self {
    case .swappedLetter: "Swapped letter"
    case .titleDrift: "One pseudonym under two titles"
    case .sharedPseudonym: "Two people under one pseudonym"
    case .secondPseudonym: "One person under two pseudonyms"
    case .pronoun: "Pronoun or relation that does not fit"
    case .genderGivenAway: "Gender given away in a neutral statement"
    case .notIntroduced: "Pseudonym that is never introduced or never used"
    case .realInitial: "Letter that is the person's real initial"
    case .initials: "Initials of a name, or a forename with a letter"
    case .realName: "Name beside a pseudonym"
    case .summaryDiffers: "Summary and body differ"
    case .institutionNamed: "Institution under a letter and under its name"
    case .houseStyle: "Breach of the house style"
    }
  }

  /// Whether the place itself holds what must not be shown.
  package var hidesItsPlace: Bool {
    switch self {
    case .initials, .realName, .institutionNamed: true
    default: false
    }
  }
}
