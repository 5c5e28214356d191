package import ExpungeDetection

/// What a profile and the command line say about severity, confidence and blocking.
package struct Policy: Sendable {
  package var profile: Profile
  /// The severity from which a finding may block.
  package var failOn: Severity

  package init(profile: Profile, failOn: Severity) {
    self.profile = profile
    self.failOn = failOn
  }

  /// Blocking: severe enough, and sure enough for its label.
  func blocks(severity: Severity, confidence: Int, label: Label) -> Bool {
    severity >= failOn && confidence >= profile.floor(for: label)
  }

  func severity(of leak: Rule.Leak, rule identifier: String) -> Severity {
    profile.severity(rule: identifier, label: leak.label) ?? leak.severity
  }
}
