package import ExpungeDetection
package import ExpungeText

/// What a repository's owner decided once for every run: its `.expunge.yaml`.
///
/// Each value knows its place, so that `config explain` can say where it came from.
package struct Settings: Sendable, Equatable {
  /// A value and where it stands in the file.
  package struct Placed<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    /// From 1.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int
  }

  package var profile: Placed<String>?
  package var failOn: Placed<Severity>?
  /// A folder of packs, from the file's folder.
  package var patterns: Placed<String>?
  /// The file of known findings, from the file's folder.
  package var baseline: Placed<String>?
  /// Files and folders below the file's folder that a walk leaves out.
  package var exclude: [Placed<String>] = []
  /// People who are public on purpose, besides the profile's.
  package var named: [Placed<NamedPerson>] = []
  /// Unread items that are accepted by their content.
  package var acknowledged: [Placed<Acknowledgement>] = []
  /// By key of the table of limits.
  package var limits: [String: Placed<Int>] = [:]

  package init() {}

  /// The keys that the file may have, in the order in which they are explained.
  package static let keys = [
    "profile", "fail-on", "patterns", "baseline", "exclude", "named", "acknowledged", "limits",
  ]
}
