package import ExpungeDetection
package import ExpungeText

/// One finding, or one person or address, that is known and may stay: without its value.
package struct BaselineEntry: Sendable, Equatable {
  package enum Scope: String, Sendable, CaseIterable {
    /// One finding at one place.
    case occurrence
    /// Every finding about the person or address that this place belongs to.
    case subject
  }

  package var scope: Scope
  /// Below the baseline's folder; pieces of it that leak are replaced by a constant word.
  package var document: String
  /// `Finding.place`.
  package var place: String
  /// `Finding.value`: keyed, so that it says nothing without the key; nil when there was none.
  package var value: String?
  package var rule: String
  package var classCode: String
  package var label: String
  /// What became worse is no longer known.
  package var severity: Severity
  /// Written by whoever reviewed it; nil for what was only there when the baseline was made.
  package var reason: String?
  package var approver: String?
  /// The day of the run that added it, if that was given one.
  package var added: CalendarDay?
  package var until: CalendarDay?

  /// Whether somebody looked at it and said why it may stay.
  package var isReviewed: Bool { reason != nil && approver != nil }
}
