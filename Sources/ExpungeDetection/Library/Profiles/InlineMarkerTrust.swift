/// How far a marker in a document exempts the finding it stands beside.
package enum InlineMarkerTrust: UInt8, Sendable, CaseIterable, Comparable {
  /// Not at all: markers are only listed.
  case none
  /// What is critical blocks all the same: one person's note cannot waive it.
  case belowCritical
  case all

  package var name: String {
    switch self {
    case .none: "ignored"
    case .belowCritical: "below-critical"
    case .all: "honoured"
    }
  }

  package static func < (a: InlineMarkerTrust, b: InlineMarkerTrust) -> Bool {
    a.rawValue < b.rawValue
  }
}
