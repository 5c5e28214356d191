package import ExpungeText

/// A person public on purpose, by name: an Ombudsman, a minister, the author of a report.
package struct NamedPerson: Sendable, Equatable {
  /// Forename or initials, and surname.
  package var name: String
  /// The office that makes the name public; empty where there is none.
  package var office: String
  package var reason: String
  /// Who agreed to it.
  package var approver: String
  /// The first and the last day on which it holds.
  package var from: CalendarDay?
  package var until: CalendarDay?

  package init(
    name: String, office: String = "", reason: String, approver: String, from: CalendarDay? = nil,
    until: CalendarDay? = nil
  ) {
    self.name = name
    self.office = office
    self.reason = reason
    self.approver = approver
    self.from = from
    self.until = until
  }
}
