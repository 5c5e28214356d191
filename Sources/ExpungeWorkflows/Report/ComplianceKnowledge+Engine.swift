import ExpungeDetection
import ExpungeHashing
import ExpungeJudgement
package import ExpungeReporting

extension ComplianceKnowledge {
  /// What an engine's rules and policy say, without measurements from elsewhere.
  ///
  /// The hash of the policy is that of the profile as it was compiled; people that settings name are
  /// in the hash of the settings.
  package init(_ engine: AuditEngine) {
    let library = engine.library
    let profile = library.profile(named: engine.header.profile)
    self.init(
      classes: library.classes, law: library.law,
      departments: library.words(ofLexicon: "decision-departments"),
      profileTitle: profile?.title ?? engine.header.profile,
      profileSHA256: SHA256.digest(of: profile.map(RuleTable.encode) ?? []).hexadecimal,
      combinationLimit: profile?.combinationLimit ?? 0)
  }
}
