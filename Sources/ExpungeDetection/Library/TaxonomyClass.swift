/// A class of leak, and whether this version looks for it: what reports must own up to.
package struct TaxonomyClass: Sendable, Equatable {
  package enum Coverage: UInt8, Sendable, CaseIterable {
    case fully, partly, notYet

    package var name: String {
      switch self {
      case .fully: "fully"
      case .partly: "partly"
      case .notYet: "not-yet"
      }
    }
  }

  /// "D01" to "X10".
  package var code: String
  package var title: String
  /// Before escalators, de-escalators and profiles.
  package var severity: Severity
  package var coverage: Coverage
  /// What looks for it beside rules: "reader", "combination"; empty where rules alone do.
  package var lookedForBy: [String]
  /// Points by which a finding of it narrows the circle around a person; 0 where it does not.
  package var narrows: Int

  package init(
    code: String, title: String, severity: Severity, coverage: Coverage,
    lookedForBy: [String] = [], narrows: Int = 0
  ) {
    self.code = code
    self.title = title
    self.severity = severity
    self.coverage = coverage
    self.lookedForBy = lookedForBy
    self.narrows = narrows
  }
}
