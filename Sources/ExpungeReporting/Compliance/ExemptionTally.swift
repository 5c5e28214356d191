import ExpungeJudgement
import ExpungeText

/// Reviewed exemptions that spoke about findings, by scope and state; no reason is repeated.
struct ExemptionTally: Sendable, Equatable {
  struct Key: Hashable, Sendable {
    var scope: Suppression.Scope
    var state: Suppression.State
  }

  /// Findings that an exemption speaks about.
  var findings: [Key: Int] = [:]
  /// The first last day of those that hold.
  var nextEnd: CalendarDay?
  /// Markers in documents that exempt nothing.
  var idleMarkers = 0

  mutating func add(_ suppression: Suppression) {
    findings[Key(scope: suppression.scope, state: suppression.state), default: 0] += 1
    if suppression.state == .honoured, let until = suppression.until {
      nextEnd = nextEnd.map { min($0, until) } ?? until
    }
  }

  /// In the order of the vocabulary.
  var rows: [(key: Key, findings: Int)] {
    Suppression.Scope.allCases.flatMap { scope in
      Suppression.State.allCases.compactMap { state in
        let key = Key(scope: scope, state: state)
        return findings[key].map { (key, $0) }
      }
    }
  }
}
