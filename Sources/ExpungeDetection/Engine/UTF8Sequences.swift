/// Scalars as the byte strings that encode them.
enum UTF8Sequences {
  /// Byte ranges for each place: every combination of them encodes a scalar of the set, and
  /// together they hold all. Surrogates are no scalars and may be held as well.
  static func ranges(of set: ScalarSet) -> [[ClosedRange<UInt8>]] {
    var result: [[ClosedRange<UInt8>]] = []
    for range in set.ranges {
      for limits: ClosedRange<UInt32> in [
        0...0x7F, 0x80...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF,
      ] where range.overlaps(limits) {
        let part = range.clamped(to: limits)
        split(part.lowerBound, part.upperBound, into: &result)
      }
    }
    return result
  }

  static func encode(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case ..<0x80: [UInt8(scalar)]
    case ..<0x800: [0xC0 | UInt8(scalar >> 6), continuation(scalar)]
    case ..<0x10000:
      [0xE0 | UInt8(scalar >> 12), continuation(scalar >> 6), continuation(scalar)]
    default:
      [
        0xF0 | UInt8(scalar >> 18), continuation(scalar >> 12), continuation(scalar >> 6),
        continuation(scalar),
      ]
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }

  /// Splits a range of one encoded length until each place varies on its own.
  private static func split(
    _ low: UInt32, _ high: UInt32, into result: inout [[ClosedRange<UInt8>]]
  ) {
    let count = ScalarSet.length(of: low)
    for place in 1..<max(count, 1) {
      let mask = UInt32(1) << UInt32(6 * place) - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 {
        split(low, low | mask, into: &result)
        split((low | mask) + 1, high, into: &result)
        return
      }
      if high & mask != mask {
        split(low, (high & ~mask) - 1, into: &result)
        split(high & ~mask, high, into: &result)
        return
      }
    }
    result.append(zip(encode(low), encode(high)).map { $0...$1 })
  }
}
