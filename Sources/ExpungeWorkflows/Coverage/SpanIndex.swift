import ExpungeText

/// Ranges with a value each, to be asked for the widest that holds another.
struct SpanIndex {
  private let spans: [(range: ByteRange, value: String)]
  /// For each span the furthest end of it and all before it.
  private let furthestEnds: [Int]

  init(_ spans: [(ByteRange, String)]) {
    self.spans = spans.sorted { $0.0 < $1.0 }.map { (range: $0.0, value: $0.1) }
    var furthest = 0
    furthestEnds = self.spans.map { span in
      furthest = max(furthest, span.range.end)
      return furthest
    }
  }

  /// The value of the widest span that holds a range. O(log n + those whose reach touches it).
  func value(holding range: ByteRange) -> String? {
    var index = spans.partitioningIndex { $0.range.start > range.start } - 1
    var widest: (range: ByteRange, value: String)?
    while index >= 0, furthestEnds[index] >= range.end {
      if spans[index].range.contains(range), spans[index].range.count > widest?.range.count ?? 0 {
        widest = spans[index]
      }
      index -= 1
    }
    return widest?.value
  }
}
