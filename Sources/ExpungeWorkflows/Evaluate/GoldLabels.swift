import ExpungeDetection

/// How the labels of other sets read in our words.
///
/// Source: README of the evaluation data.
enum GoldLabels {
  private static let same: [String: String] = [
    "PER": "PERSON", "CODE": "REFERENCE", "CASE_REF": "REFERENCE", "STREET_ADDRESS": "ADDRESS",
    "LOC": "PLACE", "GPE": "PLACE", "LOCATION": "PLACE", "ORG": "ORGANISATION",
    "ORG_PARTY": "ORGANISATION", "ORGANIZATION": "ORGANISATION", "DATETIME": "DATE",
    "DATE_TIME": "DATE", "DEM": "DEMOGRAPHIC", "ADDRESS_PARTIAL": "ADDRESS",
    "PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL", "CREDIT_CARD": "PAYMENT_CARD",
    "IBAN_CODE": "IBAN",
  ]

  private static let neutral: Set<String> = [
    "PERSON_CITED", "PERSON_OFFICIAL", "PSEUDONYM", "CARE_PROVIDER", "ADDRESS_VENUE",
  ]

  /// The labels that count as direct; a network address does not, though `Label` has it so.
  private static let direct: Set<String> = Set(
    Label.allCases.filter { $0.isDirect && $0 != .ipAddress }.map(\.rawValue))

  static func ours(_ label: String) -> String { same[label] ?? label }

  /// Neither required nor a false alarm.
  static func isNeutral(_ span: GoldDocument.Span) -> Bool {
    neutral.contains(span.label) || span.mask == "NO_MASK"
  }

  static func isDirect(_ span: GoldDocument.Span) -> Bool {
    switch span.mask {
    case "DIRECT": true
    case "QUASI": false
    default: direct.contains(ours(span.label))
    }
  }
}
