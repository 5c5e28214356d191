/// The letters and digits of a value on the stack: letters in upper case, separators left out.
///
/// Checks read identifiers through it, so "AB 12 34 56 C", "ab123456c" and "AB-12-34-56-C" are one.
struct Compact {
  /// Longer values are no identifier that any check knows.
  static let capacity = 40

  private var bytes = InlineArray<40, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Whether something stood in the value that is neither ASCII nor fits.
  private(set) var isForeign = false

  /// O(length of the value).
  init(_ value: Span<UInt8>) {
    for index in value.indices {
      let byte = value[index]
      guard let kept = Self.kept(byte) else {
        if byte >= 0x80 { isForeign = true }
        continue
      }
      guard count < Self.capacity else {
        isForeign = true
        return
      }
      bytes[count] = kept
      count += 1
    }
  }

  /// The characters of another from a place on.
  init(_ value: Compact, from start: Int) {
    for index in start..<max(start, value.count) {
      bytes[count] = value.bytes[index]
      count += 1
    }
    isForeign = value.isForeign
  }

  private static func kept(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x20
    default: nil
    }
  }

  /// The byte at a place below `count`.
  subscript(index: Int) -> UInt8 { bytes[index] }

  /// The digit at a place; nil for a letter and beyond the end.
  func digit(_ index: Int) -> Int? {
    guard index >= 0, index < count, bytes[index] <= UInt8(ascii: "9") else { return nil }
    return Int(bytes[index] - UInt8(ascii: "0"))
  }

  func isLetter(_ index: Int) -> Bool {
    index >= 0 && index < count && bytes[index] >= UInt8(ascii: "A")
  }

  /// Whether the letter at a place is one of these.
  func letter(_ index: Int, isIn letters: StaticString) -> Bool {
    isLetter(index) && letters.holds(bytes[index])
  }

  /// The number that some digits spell; nil where one of them is none.
  func number(_ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard let digit = digit(index) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// Σ digit × weight from the first place on; nil where one of them is no digit.
  func sum(weights: StaticString, from start: Int = 0) -> Int? {
    var sum = 0
    for index in 0..<weights.utf8CodeUnitCount {
      guard let digit = digit(start + index) else { return nil }
      // "A" is ten.
      let weight = weights.byte(index)
      sum += digit * Int(weight >= UInt8(ascii: "A") ? weight - 0x37 : weight - 0x30)
    }
    return sum
  }

  /// Whether these are so many digits and nothing else.
  func isDigits(_ length: Int) -> Bool {
    guard count == length, !isForeign else { return false }
    for index in 0..<count where bytes[index] > UInt8(ascii: "9") { return false }
    return true
  }

  /// Whether all characters are the same.
  var isUniform: Bool {
    for index in 0..<count where bytes[index] != bytes[0] { return false }
    return true
  }
}

extension StaticString {
  /// The byte at a place of a literal; zero beyond its end.
  func byte(_ index: Int) -> UInt8 {
    withUTF8Buffer { index < $0.count ? $0[index] : 0 }
  }

  func holds(_ byte: UInt8) -> Bool {
    withUTF8Buffer { $0.contains(byte) }
  }
}
