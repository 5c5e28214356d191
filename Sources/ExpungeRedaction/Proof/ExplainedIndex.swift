import ExpungeDetection
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
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, case let place = places[furthest[low - 1]], place.range.contains(range) else {
      return nil
    }
    return place
  }
}

/// Explained places apart by the values they may explain.
struct Explanations {
  private let forAll: ExplainedIndex
  private let byLabel: [Label: ExplainedIndex]

  init(_ places: [ExplainedPlace]) {
    forAll = ExplainedIndex(places.filter { $0.label == nil })
    byLabel = Dictionary(grouping: places.filter { $0.label != nil }, by: { $0.label })
      .reduce(into: [:]) { index, group in
        if let label = group.key { index[label] = ExplainedIndex(group.value) }
      }
  }

  func place(holding range: ByteRange, of label: Label) -> ExplainedPlace? {
    if let place = forAll.place(holding: range) { return place }
    for candidate in Label.allCases where candidate != label {
      if let place = byLabel[candidate]?.place(holding: range) { return place }
    }
    return nil
  }
}
