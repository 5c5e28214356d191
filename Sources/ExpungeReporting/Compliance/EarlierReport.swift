/// What the JSON of a report of before says, as far as a trend needs it.
package struct EarlierReport: Sendable, Equatable {
  package var run: String
  package var toolVersion: String
  package var rulesHash: String
  package var profileSHA256: String
  package var at: String?
  package var documents: Int
  package var incomplete: Int
  package var blocking: Int
  /// Findings by the name of the severity, the code of the class, the key of the department.
  package var severities: [String: Int]
  package var classes: [String: Int]
  package var departments: [String: Int]

  package init(
    run: String, toolVersion: String, rulesHash: String, profileSHA256: String, at: String?,
    documents: Int, incomplete: Int, blocking: Int, severities: [String: Int],
    classes: [String: Int], departments: [String: Int]
  ) {
    self.run = run
    self.toolVersion = toolVersion
    self.rulesHash = rulesHash
    self.profileSHA256 = profileSHA256
    self.at = at
    self.documents = documents
    self.incomplete = incomplete
    self.blocking = blocking
    self.severities = severities
    self.classes = classes
    self.departments = departments
  }
}
