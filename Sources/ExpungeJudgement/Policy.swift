package import ExpungeDetection
package import ExpungeText

/// What a profile and the command line say about severity, confidence, blocking and exemptions.
package struct Policy: Sendable {
  package var profile: Profile
  /// The severity from which a finding may block.
  package var failOn: Severity
  /// The day the run speaks for; without one no exemption with an end holds.
  package var at: CalendarDay?
  /// Whether this run decides about publication: a marker in the text then exempts nothing critical.
  package var isGate: Bool

  package init(
    profile: Profile, failOn: Severity, at: CalendarDay? = nil, isGate: Bool = false
  ) {
    self.profile = profile
    self.failOn = failOn
    self.at = at
    self.isGate = isGate
  }

  /// Blocking: severe enough, and sure enough for its label.
  func blocks(severity: Severity, confidence: Int, label: Label) -> Bool {
    severity >= failOn && confidence >= profile.floor(for: label)
  }

  func severity(of leak: Rule.Leak, rule identifier: String) -> Severity {
    profile.severity(rule: identifier, classCode: leak.classCode, label: leak.label)
      ?? leak.severity
  }

  /// What to write instead: the profile's words for the class, the rule's own, the label's.
  func suggestion(for leak: Rule.Leak) -> String {
    if let words = profile.suggestions[leak.classCode] { return words }
    if !leak.suggestion.isEmpty { return leak.suggestion }
    return profile.suggestions[leak.label.rawValue] ?? Suggestion.standard(for: leak.label)
  }

  /// How far markers in a document count in this run.
  var markerTrust: InlineMarkerTrust {
    isGate ? min(profile.inlineMarkers, .belowCritical) : profile.inlineMarkers
  }

  /// Whether an exemption with these ends holds on the day of the run.
  func state(from: CalendarDay?, until: CalendarDay?) -> Suppression.State {
    guard from != nil || until != nil else { return .honoured }
    guard let at else { return .undated }
    if let from, at < from { return .notYet }
    if let until, at > until { return .expired }
    return .honoured
  }
}
