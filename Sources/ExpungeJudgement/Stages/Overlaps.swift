import ExpungeDetection
import ExpungeText

/// Decides between candidates that claim the same characters of one part.
///
/// The same label: the widest true span wins and takes the other's evidence. Different labels, one
/// inside the other: the more convincing wins. What merely overlaps stays, both: never a half.
struct Overlaps {
  /// Whether a candidate would block by itself: the first thing that decides between two labels.
  let blocks: (Candidate) -> Bool

  /// The candidates that stand, and those that another covers with the position of that one.
  ///
  /// O(n log n + pairs that may overlap).
  func resolve(
    _ candidates: [Candidate]
  ) -> (standing: [Candidate], covered: [(loser: Candidate, winner: Int)]) {
    var standing = Standing()
    var covered: [(loser: Candidate, winner: Int)] = []
    for candidate in candidates.sorted(by: { $0.range < $1.range }) {
      var challenger: Candidate? = candidate
      var index = standing.candidates.count - 1
      while let current = challenger, index >= 0,
        standing.furthestEnds[index] > current.range.start
      {
        let holder = standing.candidates[index]
        switch contest(holder, current) {
        case .both:
          break
        case .holder:
          standing.candidates[index] = absorbing(holder, current)
          covered.append((current, holder.position))
          challenger = nil
        case .challenger:
          covered.append((holder, current.position))
          challenger = absorbing(current, holder)
          standing.remove(at: index)
        }
        index -= 1
      }
      if let challenger { standing.insert(challenger) }
    }
    return (standing.candidates, covered)
  }

  /// Candidates in the order of their ranges, with how far those up to each reach.
  private struct Standing {
    var candidates: [Candidate] = []
    /// For each candidate the furthest end of it and all before it.
    private(set) var furthestEnds: [Int] = []

    mutating func remove(at index: Int) {
      candidates.remove(at: index)
      measure(from: index)
    }

    mutating func insert(_ candidate: Candidate) {
      let index = candidates.partitioningIndex { candidate.range < $0.range }
      candidates.insert(candidate, at: index)
      measure(from: index)
    }

    private mutating func measure(from index: Int) {
      furthestEnds.removeSubrange(index...)
      for candidate in candidates[index...] {
        furthestEnds.append(max(furthestEnds.last ?? 0, candidate.range.end))
      }
    }
  }

  private enum Result { case holder, challenger, both }

  private func contest(_ holder: Candidate, _ challenger: Candidate) -> Result {
    guard holder.range.overlaps(challenger.range) else { return .both }
    if holder.leak.label == challenger.leak.label {
      // Two parts of one leak that overlap become the wider one; equal spans go to the surer.
      if holder.range == challenger.range {
        return isStronger(challenger, than: holder) ? .challenger : .holder
      }
      if holder.range.contains(challenger.range) {
        // A convincing part inside a doubtful whole must not be lost with it.
        return blocks(challenger) && !blocks(holder) ? .both : .holder
      }
      if challenger.range.contains(holder.range) {
        return blocks(holder) && !blocks(challenger) ? .both : .challenger
      }
      return .both
    }
    guard
      holder.range.contains(challenger.range) || challenger.range.contains(holder.range)
    else { return .both }
    let winner = isStronger(challenger, than: holder) ? challenger : holder
    let loser = winner.position == holder.position ? challenger : holder
    // A loser that overhangs its winner and blocks would leave half a leak behind.
    if !winner.range.contains(loser.range), blocks(loser) { return .both }
    if !winner.range.contains(loser.range), loser.leak.label.isDirect, !winner.leak.label.isDirect {
      return .both
    }
    return winner.position == holder.position ? .holder : .challenger
  }

  private func isStronger(_ a: Candidate, than b: Candidate) -> Bool {
    if blocks(a) != blocks(b) { return blocks(a) }
    if a.leak.priority != b.leak.priority { return a.leak.priority > b.leak.priority }
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.range.count != b.range.count { return a.range.count > b.range.count }
    return a.position < b.position
  }

  private static func words(of loser: Candidate, isSame: Bool) -> String {
    guard isSame else { return "It could also be a \(loser.leak.label.words)." }
    return loser.origin == .scorer
      ? "The word itself and where it stands speak for a \(loser.leak.label.words), too."
      : "Another rule sees the same \(loser.leak.label.words)."
  }

  private func absorbing(_ winner: Candidate, _ loser: Candidate) -> Candidate {
    var winner = winner
    let isSame = winner.leak.label == loser.leak.label
    winner.severity = isSame ? max(winner.severity, loser.severity) : winner.severity
    // What the other rule adds is said with its weight, so that the weights add up.
    let gain = isSame ? max(0, loser.confidence - winner.confidence) : 0
    winner.confidence += gain
    let isKnown = winner.evidence.contains {
      $0.code == .alsoSeen && $0.subject == loser.evidence.first?.subject
    }
    if !isKnown || gain > 0 {
      winner.evidence.append(
        Evidence(
          code: .alsoSeen, subject: loser.evidence.first?.subject ?? "",
          words: Overlaps.words(of: loser, isSame: isSame), weight: gain))
    }
    return winner
  }
}
