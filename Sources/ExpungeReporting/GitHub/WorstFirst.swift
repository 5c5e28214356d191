import ExpungeText

/// The worst of many, most severe first and of two as bad the earlier one; the others are counted.
struct WorstFirst<Item> {
  private let most: Int
  private var kept: [(rank: Int, item: Item)] = []
  private var count = 0

  /// - Parameter most: how many are kept.
  init(most: Int) { self.most = most }

  var items: [Item] { kept.map(\.item) }
  /// How many there were that are not kept.
  var rest: Int { count - kept.count }

  /// O(log n) to find its place; an item that is not kept is never made.
  mutating func add(rank: Int, _ item: () -> Item) {
    count += 1
    if kept.count == most, let last = kept.last, last.rank >= rank { return }
    kept.insert((rank, item()), at: kept.partitioningIndex { $0.rank < rank })
    if kept.count > most { kept.removeLast() }
  }
}
