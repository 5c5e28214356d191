/// Numbers with weights: a heap, the heaviest first, and of those that weigh the same the lowest.
struct WeightedQueue {
  private var entries: [(number: Int, weight: Double)] = []

  mutating func push(_ number: Int, _ weight: Double) {
    entries.append((number, weight))
    var child = entries.count - 1
    while child > 0, isBefore(entries[child], entries[(child - 1) / 2]) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (number: Int, weight: Double)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var parent = 0
    while 2 * parent + 1 < entries.count {
      var child = 2 * parent + 1
      if child + 1 < entries.count, isBefore(entries[child + 1], entries[child]) { child += 1 }
      guard isBefore(entries[child], entries[parent]) else { break }
      entries.swapAt(child, parent)
      parent = child
    }
    return first
  }

  private func isBefore(
    _ a: (number: Int, weight: Double), _ b: (number: Int, weight: Double)
  ) -> Bool {
    a.weight != b.weight ? a.weight > b.weight : a.number < b.number
  }
}
