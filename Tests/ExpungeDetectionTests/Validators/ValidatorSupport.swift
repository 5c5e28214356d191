import ExpungeDetection

extension Validator {
  /// The grade of a text.
  func grade(of text: String) -> Grade {
    let bytes = Array(text.utf8)
    return grade(bytes.span)
  }

  func words(for text: String) -> String? {
    let bytes = Array(text.utf8)
    return reveals(bytes.span)
  }
}

/// A generator with a fixed seed: SplitMix64.
struct FixedGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &self)) }.joined()
  }
}

/// Every text that differs from a text of digits in one digit.
func singleDigitChanges(of text: String) -> [String] {
  let digits = Array(text)
  return digits.indices.flatMap { index in
    "0123456789".filter { $0 != digits[index] && digits[index].isNumber }.map { other in
      var changed = digits
      changed[index] = other
      return String(changed)
    }
  }
}
