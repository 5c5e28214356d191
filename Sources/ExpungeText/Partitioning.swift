extension RandomAccessCollection {
  /// The first index from which on a condition holds; `endIndex` where it never does. O(log n).
  ///
  /// - Precondition: elements for which it holds stand behind all those for which it does not.
  @inlinable
  package func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
