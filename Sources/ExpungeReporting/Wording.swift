import ExpungeDetection
import ExpungeText

/// Numbers, plurals and names as a caseworker would say them.
enum Wording {
  /// "1,204".
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// "1st", "2nd", "11th".
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return grouped(number) + ending
  }

  /// "1 document", "2 documents".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  static func capitalised(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// "a name", "an NHS number".
  static func indefinite(_ label: Label) -> String {
    switch label {
    case .address, .email, .nhsNumber, .iban, .organisation, .age, .consistency:
      "an \(label.words)"
    default: "a \(label.words)"
    }
  }

  /// "names", "dates of birth or death".
  static func plural(_ label: Label) -> String {
    switch label {
    case .address: "addresses"
    case .email: "e-mail addresses"
    case .ipAddress: "network addresses"
    case .birthDate: "dates of birth or death"
    case .online: "personal web addresses or user names"
    case .nationalIdentifier: "national identity numbers"
    case .combination: "combinations of facts"
    case .consistency: "inconsistencies"
    default: label.words + "s"
    }
  }

  /// "2 names".
  static func count(_ number: Int, _ label: Label) -> String {
    "\(grouped(number)) \(number == 1 ? label.words : plural(label))"
  }

  /// "2 names, 1 address", in the order of the vocabulary.
  static func counts(_ counts: [Label: Int]) -> String {
    Label.allCases.compactMap { label in counts[label].map { count($0, label) } }
      .joined(separator: ", ")
  }

  /// "very likely".
  static func likelihood(_ confidence: Int) -> String {
    switch confidence {
    case 95...: "almost certain"
    case 80..<95: "very likely"
    case 60..<80: "likely"
    case 40..<60: "possible"
    case 20..<40: "doubtful"
    default: "unlikely"
    }
  }

  /// "very likely (92%)".
  static func confidence(_ confidence: Int) -> String {
    "\(likelihood(confidence)) (\(confidence)%)"
  }

  static func name(of format: Document.Format) -> String {
    switch format {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "web page"
    case .word: "Word file"
    case .openDocument: "OpenDocument text"
    case .email: "e-mail"
    }
  }

  /// A sentence with its full stop.
  static func stopped(_ sentence: String) -> String {
    sentence.hasSuffix(".") || sentence.hasSuffix("!") || sentence.hasSuffix("?")
      ? sentence : sentence + "."
  }

  /// A sentence without its full stop, to stand in a row of them.
  static func unstopped(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
