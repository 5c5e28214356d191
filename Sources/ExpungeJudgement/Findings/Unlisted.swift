package import ExpungeDetection

/// A place that holds what would be a finding, had the document not more than are listed: a report
/// that shows the words around a finding hides it.
package struct Unlisted: Sendable {
  package var location: Location
  package var label: Label
}
