import ExpungeText

/// Converts byte offsets of one text into code points and UTF-16 units, in any order.
///
/// Counts are kept at every 1,024th byte, so that many findings in one long line stay cheap.
struct UnitIndex {
  private static let stride = 1024
  private let text: [UInt8]
  /// Empty for a text of ASCII alone.
  private let counts: [UnitCount]

  /// O(n).
  init(_ text: [UInt8]) {
    self.text = text
    guard !text.allSatisfy({ $0 < 0x80 }) else {
      counts = []
      return
    }
    var counts: [UnitCount] = []
    counts.reserveCapacity(text.count / Self.stride + 1)
    var sum = UnitCount([])
    var start = 0
    while start < text.count {
      counts.append(sum)
      let end = min(start + Self.stride, text.count)
      sum = Self.sum(sum, UnitCount(text[start..<end]))
      start = end
    }
    counts.append(sum)
    self.counts = counts
  }

  /// How many units stand before a byte. O(1).
  func units(before offset: Int) -> UnitCount {
    let place = min(max(offset, 0), text.count)
    guard !counts.isEmpty else {
      var count = UnitCount([])
      count.scalars = place
      count.utf16 = place
      return count
    }
    let index = place / Self.stride
    return Self.sum(counts[index], UnitCount(text[index * Self.stride..<place]))
  }

  private static func sum(_ a: UnitCount, _ b: UnitCount) -> UnitCount {
    var sum = a
    sum.scalars += b.scalars
    sum.utf16 += b.utf16
    return sum
  }
}
