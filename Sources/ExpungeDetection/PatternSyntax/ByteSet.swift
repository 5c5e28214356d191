/// A set of byte values.
package struct ByteSet: Sendable, Hashable {
  /// Bit b of word w speaks of byte 64 * w + b.
  package private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  package init() {}

  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  package static let all = ByteSet(UInt8.min...UInt8.max)
  package static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  /// ASCII letters and digits: what the kernels take a word to be made of.
  package static let alphanumerics = ByteSet.word.subtracting(ByteSet([UInt8(ascii: "_")]))
  /// What `\w` matches: ASCII letters, digits and the underscore.
  package static let word = ByteSet(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_".utf8)

  package subscript(_ byte: UInt8) -> Bool {
    get {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: return words.0 & bit != 0
      case 1: return words.1 & bit != 0
      case 2: return words.2 & bit != 0
      default: return words.3 & bit != 0
      }
    }
    set {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: words.0 = newValue ? words.0 | bit : words.0 & ~bit
      case 1: words.1 = newValue ? words.1 | bit : words.1 & ~bit
      case 2: words.2 = newValue ? words.2 | bit : words.2 & ~bit
      default: words.3 = newValue ? words.3 | bit : words.3 & ~bit
      }
    }
  }

  package mutating func insert(_ byte: UInt8) { self[byte] = true }

  package mutating func formUnion(_ other: ByteSet) { self = union(other) }

  package func union(_ other: ByteSet) -> ByteSet { combined(other, |) }

  package func intersection(_ other: ByteSet) -> ByteSet { combined(other, &) }

  package func subtracting(_ other: ByteSet) -> ByteSet { combined(other) { $0 & ~$1 } }

  package func isDisjoint(with other: ByteSet) -> Bool { intersection(other).isEmpty }

  package func isSubset(of other: ByteSet) -> Bool { subtracting(other).isEmpty }

  package var isEmpty: Bool { words.0 | words.1 | words.2 | words.3 == 0 }

  package var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount
      + words.3.nonzeroBitCount
  }

  /// Ascending.
  package var members: [UInt8] { (UInt8.min...UInt8.max).filter { self[$0] } }

  private func combined(_ other: ByteSet, _ with: (UInt64, UInt64) -> UInt64) -> ByteSet {
    ByteSet(
      words: (
        with(words.0, other.words.0), with(words.1, other.words.1), with(words.2, other.words.2),
        with(words.3, other.words.3)
      ))
  }

  package static func == (a: ByteSet, b: ByteSet) -> Bool { a.words == b.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
