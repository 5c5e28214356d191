package import ExpungeDetection

/// What stands at the head of every report: what was used, so that it can be repeated.
package struct AuditHeader: Sendable {
  package typealias Pack = PatternLibrary.PackSummary

  /// A file of settings that the run obeyed.
  package struct Settings: Sendable, Equatable {
    /// The file's own, without its folders.
    package var name: String
    /// Of its bytes, in hexadecimal.
    package var sha256: String

    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  package var toolVersion: String
  package var packs: [Pack]
  /// SHA-256 over all packs, in hexadecimal.
  package var rulesHash: String
  package var profile: String
  /// The date the run speaks for, "2026-11-22"; nil when none was given.
  package var at: String?
  /// Severity from which a finding may block.
  package var failOn: Severity
  /// "rules", "people"; empty for everything.
  package var only: [String]
  /// Classes of the taxonomy that this version does not look for, or only in part.
  package var notLookedFor: [UncheckedClass]
  /// Nil when the run had no settings.
  package var settings: Settings?

  package init(
    toolVersion: String, packs: [Pack], rulesHash: String, profile: String, at: String?,
    failOn: Severity, only: [String], notLookedFor: [UncheckedClass]
  ) {
    self.toolVersion = toolVersion
    self.packs = packs
    self.rulesHash = rulesHash
    self.profile = profile
    self.at = at
    self.failOn = failOn
    self.only = only
    self.notLookedFor = notLookedFor
  }
}
