package import ExpungeText

/// A reviewed exemption that speaks about a finding, and whether it holds.
package struct Suppression: Sendable, Equatable {
  package enum Scope: String, Sendable, CaseIterable {
    /// A marker in the document, beside the finding.
    case marker
    /// The profile's list of people who are public on purpose.
    case named
    /// The baseline, about one finding.
    case occurrence
    /// The baseline, about one person or address of a document.
    case subject
  }

  package enum State: String, Sendable, CaseIterable {
    case honoured
    case expired
    /// Its first day is still to come.
    case notYet = "not-yet"
    /// It has an end, and the run was given no date.
    case undated
    /// A marker that must not waive what is critical, or that this profile does not heed.
    case refused
  }

  /// Words that a person wrote: a document's own are shown masked, so only their place is kept.
  package enum Words: Sendable, Equatable {
    case text(String)
    case place(Location)
  }

  package var scope: Scope
  package var state: State
  package var reason: Words
  package var approver: Words?
  package var until: CalendarDay?

  package init(
    scope: Scope, state: State, reason: Words, approver: Words? = nil, until: CalendarDay? = nil
  ) {
    self.scope = scope
    self.state = state
    self.reason = reason
    self.approver = approver
    self.until = until
  }
}
