/// Another place that a finding leans on.
package struct Related: Sendable {
  package enum Role: String, Sendable {
    /// The mention that gave the name away.
    case source
    /// Another piece of the same leak.
    case piece
    /// What contradicts it.
    case contrast
  }

  package var role: Role
  package var location: Location

  package init(role: Role, location: Location) {
    self.role = role
    self.location = location
  }
}
