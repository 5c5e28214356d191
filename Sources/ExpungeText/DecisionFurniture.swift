/// The fixed lines of the Ombudsman's pages, in both of their extractions.
///
/// Source: pages of the Local Government and Social Care Ombudsman, seen 2026.
enum DecisionFurniture {
  static let summary = "Summary:"

  static let headLines = ["Category", "Decision date", "Decision :", "Decision:"]

  static let signOff = [
    "Investigator's decision on behalf of the Ombudsman",
    "Investigator's draft decision on behalf of the Ombudsman",
  ]

  static let lines = [
    "Back to top", "Print this page", "LGO logogram", "Review your privacy settings",
    "Required cookies", "Analytical cookies", "View required cookies", "View analytical cookies",
    "Privacy settings",
  ]
}
