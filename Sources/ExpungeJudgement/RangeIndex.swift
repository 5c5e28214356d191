import ExpungeText

/// Ranges of one part, to be asked which of them touch another range.
struct RangeIndex {
  private let ranges: [ByteRange]
  /// For each range the furthest end of it and all before it.
  private let furthestEnds: [Int]

  init(_ ranges: [ByteRange]) {
    self.ranges = ranges.sorted()
    var furthest = 0
    furthestEnds = self.ranges.map { range in
      furthest = max(furthest, range.end)
      return furthest
    }
  }

  /// Whether any of them shares a byte with `range`. O(log n).
  func touches(_ range: ByteRange) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start < range.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && furthestEnds[low - 1] > range.start
  }
}
