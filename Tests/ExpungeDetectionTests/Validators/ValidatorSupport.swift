import ExpungeDetection
import TestSupport

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

extension SeededGenerator {
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
