import ExpungeDetection
import ExpungeText

/// Hits of guards, ordered so that those near a range are found quickly.
struct GuardIndex {
  struct Entry {
    let rule: Int
    let guarding: Rule.Guard
    /// Bytes of the reading.
    let range: ByteRange
  }

  /// By place.
  let entries: [Entry]
  /// For each entry the furthest end of it and all before it.
  private let furthestEnds: [Int]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.range < $1.range }
    var furthest = 0
    furthestEnds = self.entries.map { entry in
      furthest = max(furthest, entry.range.end)
      return furthest
    }
  }

  /// The guards that touch a range, in order. O(log n + those whose reach touches it).
  func touching(_ range: ByteRange) -> [Entry] {
    var found: [Entry] = []
    var index = entries.partitioningIndex { $0.range.start >= range.end } - 1
    while index >= 0, furthestEnds[index] > range.start {
      if entries[index].range.overlaps(range) { found.append(entries[index]) }
      index -= 1
    }
    return found.reversed()
  }
}
