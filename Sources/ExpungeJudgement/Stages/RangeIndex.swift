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
    let behind = ranges.partitioningIndex { $0.start >= range.end }
    return behind > 0 && furthestEnds[behind - 1] > range.start
  }
}
