package import ExpungeDetection

extension Validator {
  private static let capitals: [String: String] = {
    let countries = """
      american argentine aadhaar australian austrian baltic belgian brazilian bulgarian canadian \
      chilean chinese croatian czech danish dutch finnish french german greek hong icelandic indian \
      irish israeli italian kong korean malaysian mexican new norwegian pesel portuguese romanian \
      singaporean south african spanish swedish swiss thai turkish zealand
      """
    var capitals = ["nhs": "NHS", "chi": "CHI", "iban": "IBAN", "uk": "UK", "pesel": "PESEL"]
    for word in countries.split(separator: " ") where capitals[String(word)] == nil {
      capitals[String(word)] = word.prefix(1).uppercased() + word.dropFirst()
    }
    return capitals
  }()

  /// What a caseworker calls the check, in the middle of a sentence.
  package var words: String { Self.wordsOf[self] ?? rawValue }

  private static let wordsOf = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.spelledOut) })

  private var spelledOut: String {
    let spaced = String(rawValue.map { $0 == "-" ? " " : $0 })
    return spaced.split(separator: " ").map { Self.capitals[String($0)] ?? String($0) }
      .joined(separator: " ")
  }
}
