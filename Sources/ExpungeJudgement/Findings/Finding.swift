import ExpungeCast
package import ExpungeDetection

/// One leak: where it is, how bad, how sure, and why. It holds ranges, never text.
///
/// Text comes only from a `Disclosure`, made of a finding and an explicit `Reveal`.
package struct Finding: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case new, existing, suppressed, expired
  }

  /// Position in its document, from 1, in printing order; part of `id`.
  package var ordinal: Int
  /// Value-free name of the place: survives edits elsewhere. See `PlaceIdentifier`.
  package var place: String
  /// Keyed hash of the value; only when a key was given.
  package var value: String?
  /// "pack/name" of the rule that speaks for it.
  package var rule: String
  /// Class of the taxonomy, "D01" to "X10".
  package var classCode: String
  package var label: Label
  package var severity: Severity
  /// Chance in a hundred that it is true.
  package var confidence: Int
  package var blocking: Bool
  package var status: Status
  /// All findings about one person or address of a document share it; from 1.
  package var subject: Int
  package var remedy: Remedy
  /// What to write instead; never the value itself.
  package var suggestion: String
  /// Nil for a finding about a whole document.
  package var location: Location?
  package var related: [Related]
  package var evidence: [Evidence]
  /// A reviewed exemption that speaks about it, whether it holds or not.
  package var suppression: Suppression?

  package init(
    ordinal: Int, place: String, value: String? = nil, rule: String, classCode: String,
    label: Label, severity: Severity, confidence: Int, blocking: Bool, status: Status = .new,
    subject: Int, remedy: Remedy, suggestion: String, location: Location?,
    related: [Related] = [], evidence: [Evidence]
  ) {
    self.ordinal = ordinal
    self.place = place
    self.value = value
    self.rule = rule
    self.classCode = classCode
    self.label = label
    self.severity = severity
    self.confidence = confidence
    self.blocking = blocking
    self.status = status
    self.subject = subject
    self.remedy = remedy
    self.suggestion = suggestion
    self.location = location
    self.related = related
    self.evidence = evidence
  }

  /// Whether its place must not be shown: that of an inconsistency is a pseudonym or a pronoun.
  package var hidesItsPlace: Bool {
    label != .consistency || CastCheck(rawValue: classCode)?.hidesItsPlace ?? true
  }

  /// What commands and reports call it: the place, and the ordinal among equal places.
  package var id: String { place }
}
