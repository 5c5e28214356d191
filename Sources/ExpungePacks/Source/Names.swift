import ExpungeDetection

/// The words that pack files may use, with what they mean.
enum Names {
  static let severities = Severity.allCases.map { ($0.name, $0) }
  static let labels = Label.allCases.map { ($0.rawValue, $0) }
  static let remedies = Remedy.allCases.map { ($0.rawValue, $0) }
  static let validators = Validator.allCases.map { ($0.rawValue, $0) }

  /// "nhs-number": lower-case words of ASCII letters and digits, joined by hyphens.
  static func isKebabCase(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  /// "1.0.0": three numbers.
  static func isVersion(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3
      && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// "STREET_TYPE": what may stand between {{ and }}.
  static func isMacroName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
