import ExpungeDetection

/// What to write instead when a rule has no words of its own.
enum Suggestion {
  /// Source: Statement of Reasons Manual of the Local Government and Social Care Ombudsman.
  static func standard(for label: Label) -> String {
    switch label {
    case .person:
      "Use the letter that stands for this person, such as \u{201C}Mrs X\u{201D}, or the role."
    case .address, .locationCode:
      "Say only what matters, such as \u{201C}her home\u{201D} or \u{201C}a nearby road\u{201D}."
    case .postcode: "Leave it out."
    case .birthDate: "Give the age in years, or a decade, if it matters."
    case .phone, .email, .online, .ipAddress: "Leave it out."
    case .organisation:
      "Describe it, such as \u{201C}her school\u{201D}, unless it is the body complained about."
    case .place: "Say \u{201C}a village\u{201D} or name the wider area."
    case .age: "Give an age band, such as \u{201C}in her eighties\u{201D}, if it matters."
    case .date: "Give the month or the season, if it matters."
    case .role: "Say \u{201C}an officer\u{201D} or \u{201C}a member of staff\u{201D}."
    case .demographic: "Leave it out unless the decision turns on it."
    case .quantity: "Round it."
    case .combination:
      "Leave out one of the facts, or blur it: an age band, a season, \u{201C}her school\u{201D}."
    case .consistency: "Use one letter for one person throughout."
    case .fileLayer: "Remove it from the file."
    case .publicationRule: "Mend it before publication."
    default: "Leave the number out."
    }
  }
}
