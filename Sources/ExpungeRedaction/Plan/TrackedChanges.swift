/// What a copy does about changes that a word processor has tracked.
package enum TrackedChanges: String, Sendable, CaseIterable {
  /// The copy says what the document says once all are accepted.
  case accept
  /// The copy says what the document said before them.
  case reject
  /// There is no copy of a document that has any.
  case refuse
}
