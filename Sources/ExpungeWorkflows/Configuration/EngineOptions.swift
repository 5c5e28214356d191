package import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// What a command line says about how documents are examined.
package struct EngineOptions: Sendable {
  /// Parts of the engine that can be asked for alone.
  package enum Stage: String, Sendable, CaseIterable {
    /// Patterns and guards.
    case rules
    /// Hunting the names that were given away.
    case people
  }

  package var profile = "lgsco"
  /// A folder of packs that replace or join the embedded ones.
  package var patterns: String?
  /// The severity from which a finding may block; the profile's when nil.
  package var failOn: Severity?
  /// Empty for everything.
  package var only: Set<Stage> = []
  /// The day the run speaks for: exemptions with an end hold only on a day that was given.
  package var at: CalendarDay?
  /// Whether the run decides about publication: markers in a text then exempt nothing critical.
  package var isGate = false
  /// Confidences, by rule, that stand in for the library's: what packs say, without what was measured.
  package var confidences: [String: Int] = [:]
  /// Names of the case's real people, hunted in every form.
  package var caseList: CaseList?
  package var limits = Limits()
  /// Bytes of a text that are judged together. What is found does not depend on it; memory does.
  package var windowBytes = 1 << 18
  /// Whether documents in which nothing blocks get the hash of their bytes, which takes longer than
  /// reading them.
  package var hashesDocuments = true
  /// Whether audits of pages and Markdown keep where the file's lines begin.
  package var keepsFileLines = false
  /// People who are public on purpose, besides the profile's.
  package var named: [NamedPerson] = []
  /// Unread items that are accepted by their content.
  package var acknowledged: [Acknowledgement] = []
  /// What a walk through folders leaves out.
  package var exclude = ExcludedPaths()
  /// The settings that the run obeys; nil when it has none.
  package var settings: AuditHeader.Settings?

  package init() {}
}
