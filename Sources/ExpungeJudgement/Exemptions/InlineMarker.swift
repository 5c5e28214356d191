package import ExpungeText

/// A marker in a document that asks to leave a finding beside it standing.
///
/// In a text: `[expunge: allow postal/postcode; reason: the office's own; approver: Head of Casework;
/// until: 2027-05-01]`. In Markdown and web pages the same words stand in a comment. It speaks for the
/// paragraph that it stands in, or, alone in its own, for the next.
package struct InlineMarker: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// It exempts the findings that are counted.
    case honoured
    /// It speaks about findings, and holds for none of them: its date, or the policy.
    case refused
    /// No finding of its rule stands there.
    case unused
    case noReason = "no-reason"
    case unknownRule = "unknown-rule"
    /// Its words are not understood.
    case unreadable
  }

  /// The whole marker: brackets and all in a text, a comment's words.
  package var location: Location
  /// "pack/name"; nil where no rule is called so.
  package var rule: String?
  package var reason: Location?
  package var approver: Location?
  package var until: CalendarDay?
  package var state: State
  /// Findings that it exempts.
  package var exempted = 0

  package init(
    location: Location, rule: String?, reason: Location?, approver: Location?,
    until: CalendarDay?, state: State
  ) {
    self.location = location
    self.rule = rule
    self.reason = reason
    self.approver = approver
    self.until = until
    self.state = state
  }
}
