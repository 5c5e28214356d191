import ExpungeJudgement
import ExpungeText

/// Compares the findings of a run with what was known: what is known blocks nothing.
struct BaselineComparison {
  private let baseline: Baseline
  private let names: BaselineDocument
  private let day: CalendarDay?
  private let entriesOfDocument: [String: [Int]]
  private var used: Set<Int> = []
  private var examined: Set<String> = []

  /// - Parameter day: the day the run speaks for; without one no entry with an end holds.
  init(_ baseline: Baseline, names: BaselineDocument, at day: CalendarDay?) {
    self.baseline = baseline
    self.day = day
    self.names = names
    entriesOfDocument = Dictionary(grouping: baseline.entries.indices) {
      baseline.entries[$0].document
    }
  }

  /// Marks the findings that are known. O(findings + entries of the document).
  mutating func apply(to audit: inout DocumentAudit) {
    let name = names.name(of: audit)
    if audit.complete { examined.insert(name) }
    guard let entries = entriesOfDocument[name] else { return }
    let places = Dictionary(
      audit.findings.indices.map { (audit.findings[$0].place, $0) }, uniquingKeysWith: { a, _ in a }
    )
    for index in entries {
      let entry = baseline.entries[index]
      guard let found = places[entry.place], Self.speaks(entry, about: audit.findings[found]) else {
        continue
      }
      used.insert(index)
      let subject = audit.findings[found].subject
      for other in audit.findings.indices
      where other == found || entry.scope == .subject && audit.findings[other].subject == subject {
        audit.findings[other].know(entry, at: day)
      }
    }
  }

  /// Entries about wholly examined documents, of which nothing was found any more.
  var stale: Set<Int> {
    Set(
      baseline.entries.indices.filter {
        !used.contains($0) && examined.contains(baseline.entries[$0].document)
      })
  }

  /// Entries whose last day is past.
  var expired: Set<Int> {
    guard let day else { return [] }
    return Set(
      baseline.entries.indices.filter { index in
        baseline.entries[index].until.map { $0 < day } ?? false
      })
  }

  /// A place is made of what stands around a value. The value itself is compared where the entry has
  /// one, which takes the key; and what has become worse is not what somebody once let pass.
  private static func speaks(_ entry: BaselineEntry, about finding: Finding) -> Bool {
    guard finding.classCode == entry.classCode, finding.severity <= entry.severity else {
      return false
    }
    return entry.value == nil || entry.value == finding.value
  }
}

extension Finding {
  fileprivate mutating func know(_ entry: BaselineEntry, at day: CalendarDay?) {
    guard status != .suppressed else { return }
    let state: Suppression.State =
      switch (entry.until, day) {
      case (nil, _): .honoured
      case (_, nil): .undated
      case (let until?, let day?): day > until ? .expired : .honoured
      }
    if let reason = entry.reason {
      exempt(
        Suppression(
          scope: entry.scope == .subject ? .subject : .occurrence, state: state,
          reason: .text(reason), approver: entry.approver.map { .text($0) }, until: entry.until))
      return
    }
    switch state {
    case .honoured:
      status = .existing
      blocking = false
      evidence.append(
        Evidence(
          code: .known, subject: entry.scope.rawValue,
          words: "It was there when the baseline was made, and nobody has reviewed it.", weight: 0))
    case .expired: status = .expired
    case .undated, .notYet, .refused: break
    }
  }
}
