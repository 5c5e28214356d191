/// The exact way between a reading and the text it was folded from: sparse, free for plain text.
package struct FoldMap: Sendable {
  /// One folded run.
  package struct Fold: Hashable, Sendable {
    /// Bytes of the original text.
    package let original: ByteRange
    /// Bytes of the reading; may be empty.
    package let folded: ByteRange

    package init(original: ByteRange, folded: ByteRange) {
      self.original = original
      self.folded = folded
    }
  }

  /// Ascending and disjoint on both sides.
  package let folds: [Fold]

  package init(folds: [Fold]) { self.folds = folds }

  package var isIdentity: Bool { folds.isEmpty }

  /// O(log folds).
  package func original(of range: ByteRange) -> ByteRange {
    guard !folds.isEmpty else { return range }
    if range.isEmpty {
      let place = originalStart(of: range.start)
      return ByteRange(place, place)
    }
    return ByteRange(originalStart(of: range.start), originalEnd(of: range.end))
  }

  /// O(log folds).
  package func folded(_ range: ByteRange) -> ByteRange {
    guard !folds.isEmpty else { return range }
    return ByteRange(
      foldedOffset(of: range.start, upwards: false), foldedOffset(of: range.end, upwards: true))
  }

  private func originalStart(of offset: Int) -> Int {
    // The last fold that begins at or before the offset and still reaches past it, or ended before.
    let index = folds.partitioningIndex { $0.folded.end > offset }
    if index < folds.count, folds[index].folded.start <= offset, folds[index].folded.end > offset {
      return folds[index].original.start
    }
    guard index > 0 else { return offset }
    let before = folds[index - 1]
    return before.original.end + (offset - before.folded.end)
  }

  private func originalEnd(of offset: Int) -> Int {
    let index = folds.partitioningIndex { $0.folded.end >= offset }
    if index < folds.count, folds[index].folded.start < offset, folds[index].folded.end >= offset {
      return folds[index].original.end
    }
    guard index > 0 else { return offset }
    let before = folds[index - 1]
    return before.original.end + (offset - before.folded.end)
  }

  private func foldedOffset(of offset: Int, upwards: Bool) -> Int {
    let index = folds.partitioningIndex { $0.original.end > offset }
    if index < folds.count, folds[index].original.start < offset {
      return upwards ? folds[index].folded.end : folds[index].folded.start
    }
    guard index > 0 else { return offset }
    let before = folds[index - 1]
    return before.folded.end + (offset - before.original.end)
  }
}
