package import ExpungeDetection

/// A guard that speaks at a place, whether a rule found something there or not: for `explain` and
/// `patterns coverage`.
package struct HeardGuard: Sendable {
  /// "pack/name".
  package var rule: String
  package var title: String
  /// What it is evidence against, and how far.
  package var guarding: Rule.Guard
  package var location: Location
}
