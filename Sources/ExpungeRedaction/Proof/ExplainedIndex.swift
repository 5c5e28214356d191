import ExpungeText

/// Answers whether a range lies wholly inside an explained place. O(log n), O(n log n) to make.
struct ExplainedIndex {
  private var places: [ExplainedPlace]
  /// For each place, the index of the one that reaches furthest among it and those before it.
  private var furthest: [Int] = []

  init(_ places: [ExplainedPlace]) {
    self.places = places.sorted { $0.range < $1.range }
    for index in self.places.indices {
      let best = furthest.last ?? index
      furthest.append(
        self.places[index].range.end > self.places[best].range.end ? index : best)
    }
  }

  func place(holding range: ByteRange) -> ExplainedPlace? {
    let behind = places.partitioningIndex { $0.range.start > range.start }
    guard behind > 0, case let place = places[furthest[behind - 1]], place.range.contains(range)
    else { return nil }
    return place
  }
}
