import ExpungeText

/// A range of a reading in half the bytes: a long list has millions of hits.
struct PackedRange {
  private let start: UInt32
  private let end: UInt32

  /// - Precondition: offsets of a text that was scanned, so none beyond `Hit.mostBytes`.
  init(_ range: ByteRange) {
    start = UInt32(range.start)
    end = UInt32(range.end)
  }

  var range: ByteRange { ByteRange(Int(start), Int(end)) }
}
