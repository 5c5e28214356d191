package import ExpungeDetection

extension Validator {
  /// What a caseworker calls the check, in the middle of a sentence.
  package var words: String {
    let spaced = String(rawValue.map { $0 == "-" ? " " : $0 })
    let capitals = ["nhs": "NHS", "chi": "CHI", "iban": "IBAN", "uk": "UK"]
    return spaced.split(separator: " ").map { capitals[String($0)] ?? String($0) }
      .joined(separator: " ")
  }
}
