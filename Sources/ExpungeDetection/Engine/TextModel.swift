/// How often bytes follow one another in English prose, roughly: it decides only where an automaton
/// is grown.
enum TextModel {
  /// What a byte is to the byte after it.
  enum Kind: Int, CaseIterable {
    case lower, upper, digit, space, other

    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: self = .lower
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .upper
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case 0x20, 0x0A, 0x09: self = .space
      default: self = .other
      }
    }
  }

  /// Shares of the kinds of what stands before a candidate.
  static func share(of before: StartRelation.Before) -> Double {
    before == .other ? 1 : before == .start ? 0.05 : 0.02
  }

  static func kind(of before: StartRelation.Before) -> Kind {
    switch before {
    case .start, .other: .space
    case .letter, .beyondASCII: .lower
    case .digit: .digit
    }
  }

  /// For each kind before, the share of each class of byte.
  static func shares(of classes: ByteClasses) -> [[Double]] {
    Kind.allCases.map { kind in
      var result = [Double](repeating: 0, count: classes.count)
      for byte in UInt8.min...UInt8.max {
        result[Int(classes.classOf[Int(byte)])] += share(of: byte, after: kind)
      }
      return result
    }
  }

  /// The share of a byte, wherever it stands.
  static func share(of byte: UInt8) -> Double {
    0.75 * share(of: byte, after: .lower) + 0.03 * share(of: byte, after: .upper)
      + 0.02 * share(of: byte, after: .digit) + 0.2 * share(of: byte, after: .space)
  }

  /// Of a thousand bytes after each kind: small letters, capitals, digits, spaces, others.
  private static let following: [[Double]] = [
    [780, 2, 1, 180, 37], [750, 120, 20, 80, 30], [10, 20, 500, 250, 220],
    [820, 120, 40, 5, 15], [300, 80, 60, 500, 60],
  ]

  private static let letters: [Double] = [
    82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2,
    20, 1,
  ]

  private static func share(of byte: UInt8, after kind: Kind) -> Double {
    let shares = following[kind.rawValue]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return shares[0] * letters[Int(byte - 97)] * 1e-6
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      // Names begin with any letter.
      return shares[1] * (letters[Int(byte - 65)] + 20) / 1.52 * 1e-6
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return shares[2] * 1e-4
    case 0x20: return shares[3] * 0.95e-3
    case 0x0A: return shares[3] * 0.05e-3
    case UInt8(ascii: ","), UInt8(ascii: "."): return shares[4] * 0.3e-3
    case 0x80...: return shares[4] * 1e-6
    default: return shares[4] * 8e-6
    }
  }
}
