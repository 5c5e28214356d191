import ExpungeText

/// Where a second reading of a packed file holds what the first one read.
///
/// Goes by entries that both hold, byte for byte: whatever one of the two reads otherwise has no place
/// in the other, so that nothing there is taken for known.
struct SecondPlaces {
  private struct Shift {
    let range: ByteRange
    let distance: Int
  }

  /// Ascending; nil where there is one reading only, and places are what they are.
  private let shifts: [Shift]?

  init(of first: FileContents?, in second: FileContents?) {
    guard let first, let second else {
      shifts = nil
      return
    }
    var ownNumbers: [[UInt8]: Int] = [:]
    for (number, entry) in second.entries.enumerated() where !entry.name.isEmpty {
      ownNumbers[entry.name] = number
    }
    shifts = first.entries.enumerated().compactMap { number, entry in
      guard let other = ownNumbers[entry.name],
        first.bytes(ofEntry: number) == second.bytes(ofEntry: other)
      else { return nil }
      return Shift(
        range: entry.range,
        distance: second.entries[other].range.start - entry.range.start)
    }
  }

  /// O(log n).
  func place(of range: ByteRange) -> ByteRange? {
    guard let shifts else { return range }
    let index = shifts.partitioningIndex { $0.range.end > range.start }
    guard index < shifts.count, shifts[index].range.contains(range) else { return nil }
    let distance = shifts[index].distance
    return ByteRange(range.start + distance, range.end + distance)
  }
}
