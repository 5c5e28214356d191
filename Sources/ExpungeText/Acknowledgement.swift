/// A person's acceptance of something that no reader reads, by its content: the letterhead's logo.
package struct Acknowledgement: Sendable, Equatable {
  /// SHA-256 of what was not read, in hexadecimal.
  package var sha256: String
  package var reason: String
  /// Who agreed to it.
  package var approver: String
  /// The last day on which it holds; nil where it has no end.
  package var until: CalendarDay?
  /// Anything else worth keeping; empty where there is nothing.
  package var note: String

  package init(
    sha256: String, reason: String, approver: String, until: CalendarDay? = nil, note: String = ""
  ) {
    self.sha256 = sha256
    self.reason = reason
    self.approver = approver
    self.until = until
    self.note = note
  }
}
