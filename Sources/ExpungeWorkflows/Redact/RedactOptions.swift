package import ExpungeRedaction
package import ExpungeReporting

/// What a command line says about redacted copies.
package struct RedactOptions: Sendable {
  /// Where the copies go.
  package enum Destination: Sendable {
    /// Into a folder, made when it is missing, with the manifest beside them.
    case folder(String)
    /// Each over its original; the manifest into a new file, where one is named.
    case inPlace(manifest: String?)
  }

  package var style = RedactionStyle.label
  package var scope = RedactionScope.blocking
  /// What becomes of tracked changes.
  package var changes = TrackedChanges.accept
  /// Whether all documents share one cast: the same person has the same letter in each.
  package var together = false
  package var destination: Destination
  /// How files without a copy are called.
  package var paths = PathStyle.masked

  package init(_ destination: Destination) { self.destination = destination }
}
