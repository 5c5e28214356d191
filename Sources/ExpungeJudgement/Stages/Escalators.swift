import ExpungeDetection
import ExpungeText

/// Raises severity where a leak does more harm than its class says.
///
/// Source: taxonomy of leak classes, escalators.
struct Escalators {
  let facts: DocumentFacts

  /// Titles, summaries and file names travel furthest: one step more severe there.
  ///
  /// Advice stays advice: measured on statute-heavy prose, raising it there blocks for every web
  /// address of a summary.
  func escalate(_ candidate: inout Candidate) {
    guard candidate.leak.label.isDirect, candidate.severity == .high else { return }
    let part = facts.document.parts[candidate.part]
    let place = facts.location(of: candidate).range
    let section = facts.structures[candidate.part].section(at: place.start)
    let isExposed =
      part.kind == .title || part.kind == .fileName || section?.kind == .summary
    guard isExposed else { return }
    candidate.severity = candidate.severity.raised
    candidate.weigh(
      .escalated, section?.kind.rawValue ?? part.kind.rawValue,
      "More severe, because titles, summaries and file names are copied furthest.", 0)
  }
}
