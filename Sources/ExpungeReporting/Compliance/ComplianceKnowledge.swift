package import ExpungeDetection

/// What a compliance report needs besides the run: the taxonomy, the law, the policy, other measurements.
package struct ComplianceKnowledge: Sendable {
  /// Every class of the taxonomy, looked for or not.
  package var classes: [TaxonomyClass]
  package var law: [LegalReference]
  /// Names that category lines may begin with, in lower case.
  package var departments: Set<String>
  package var profileTitle: String
  /// Of the profile as it was compiled, in hexadecimal.
  package var profileSHA256: String
  /// Points from which facts about one person are a finding together; 0 where that is not looked at.
  package var combinationLimit: Int
  /// How well the scanner finds, by a measurement of its own.
  package var measured: MeasuredFigures?
  /// A report of before.
  package var earlier: EarlierReport?

  package init(
    classes: [TaxonomyClass], law: [LegalReference], departments: Set<String>,
    profileTitle: String, profileSHA256: String, combinationLimit: Int,
    measured: MeasuredFigures? = nil, earlier: EarlierReport? = nil
  ) {
    self.classes = classes
    self.law = law
    self.departments = departments
    self.profileTitle = profileTitle
    self.profileSHA256 = profileSHA256
    self.combinationLimit = combinationLimit
    self.measured = measured
    self.earlier = earlier
  }
}
