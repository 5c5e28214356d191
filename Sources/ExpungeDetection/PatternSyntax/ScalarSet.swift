/// A set of Unicode scalars that an item of a pattern may match, or a superset of it.
///
/// Exact for ASCII always. Beyond ASCII it may hold more than libpcre2 would match (its Unicode
/// tables are of another version than ours), never less.
package struct ScalarSet: Sendable, Equatable {
  /// Ascending, disjoint, not adjoining.
  package private(set) var ranges: [ClosedRange<UInt32>]
  /// Whether the part beyond ASCII is exact too.
  package private(set) var isExact: Bool

  static let highest: UInt32 = 0x10FFFF
  static let beyondASCII: ClosedRange<UInt32> = 0x80...highest

  package init(_ ranges: [ClosedRange<UInt32>] = [], isExact: Bool = true) {
    self.ranges = Self.normalised(ranges)
    self.isExact = isExact
  }

  package init(_ scalar: UInt32) { self.init([scalar...scalar]) }

  package static let all = ScalarSet([0...highest])
  package static let newline = ScalarSet(0x0A)

  package var isEmpty: Bool { ranges.isEmpty }

  package func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }

  package mutating func formUnion(_ other: ScalarSet) {
    ranges = Self.normalised(ranges + other.ranges)
    isExact = isExact && other.isExact
  }

  /// The complement; everything beyond ASCII where what lies there is not exactly known.
  package var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.highest { gaps.append(next...Self.highest) }
    if !isExact { gaps.append(Self.beyondASCII) }
    return ScalarSet(gaps, isExact: isExact)
  }

  /// With the other cases of its letters, as libpcre2 folds them: also U+212A for k, U+017F for s.
  package var ignoringCase: ScalarSet {
    var result = self
    for range in ranges {
      if range.lowerBound < 0x80 {
        for scalar in range.lowerBound...min(range.upperBound, 0x7F) {
          result.formUnion(ScalarSet(Self.otherCases(ofASCII: scalar)))
        }
      }
      guard range.upperBound >= 0x80 else { continue }
      let beyond = max(range.lowerBound, 0x80)...range.upperBound
      guard beyond.count > 256 || beyond.contains(where: Self.isCased) else { continue }
      // Which letters fold together beyond ASCII depends on the version of Unicode: take all, and
      // the two ASCII letters that have a partner there.
      result.formUnion(ScalarSet([Self.beyondASCII], isExact: false))
      for letter in "kKsS".unicodeScalars { result.formUnion(ScalarSet(letter.value)) }
    }
    return result
  }

  /// The one scalar it holds.
  package var onlyScalar: UInt32? {
    guard ranges.count == 1, ranges[0].lowerBound == ranges[0].upperBound else { return nil }
    return ranges[0].lowerBound
  }

  /// All ASCII scalars it holds.
  package var ascii: ByteSet {
    var set = ByteSet()
    for range in ranges where range.lowerBound < 0x80 {
      for scalar in range.lowerBound...min(range.upperBound, 0x7F) { set.insert(UInt8(scalar)) }
    }
    return set
  }

  package var reachesBeyondASCII: Bool { (ranges.last?.upperBound ?? 0) >= 0x80 }

  /// Bytes of its shortest and longest scalar.
  package var width: ClosedRange<Int> {
    guard let first = ranges.first, let last = ranges.last else { return 1...1 }
    return Self.length(of: first.lowerBound)...Self.length(of: last.upperBound)
  }

  static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  private static func otherCases(ofASCII scalar: UInt32) -> [ClosedRange<UInt32>] {
    let lower = scalar | 0x20
    guard lower >= 0x61, lower <= 0x7A else { return [] }
    var cases = [lower...lower, (lower - 0x20)...(lower - 0x20)]
    if lower == 0x6B { cases.append(0x212A...0x212A) }
    if lower == 0x73 { cases.append(0x17F...0x17F) }
    return cases
  }

  private static func isCased(_ scalar: UInt32) -> Bool {
    guard let value = Unicode.Scalar(scalar) else { return false }
    let properties = value.properties
    return properties.isCased || properties.changesWhenCaseMapped
      || properties.changesWhenCaseFolded
  }

  private static func normalised(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    guard ranges.count > 1 else { return ranges }
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        let end = max(last.upperBound, range.upperBound)
        result[result.count - 1] = last.lowerBound...end
      } else {
        result.append(range)
      }
    }
    return result
  }
}
