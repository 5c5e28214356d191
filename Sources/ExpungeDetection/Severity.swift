/// How bad a finding is if it is true; its chance of being true is its confidence.
package enum Severity: UInt8, Sendable, CaseIterable, Comparable {
  case info, low, medium, high, critical

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  package var name: String {
    switch self {
    case .info: "info"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  package init?(name: String) {
    guard let found = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// One step up, at most critical.
  package var raised: Severity { Severity(rawValue: rawValue + 1) ?? .critical }
  /// One step down, at least info.
  package var lowered: Severity {
    rawValue == 0 ? .info : Severity(rawValue: rawValue - 1) ?? .info
  }
}
