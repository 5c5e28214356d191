import ExpungeDetection
import ExpungeText

/// Explained places apart by the values they may explain.
struct ExplainedPlaces {
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
