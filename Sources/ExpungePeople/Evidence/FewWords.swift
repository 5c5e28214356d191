/// A few words that evidence turns on by themselves; their keys are made once.
struct FewWords: Sendable {
  static let saints = FewWords("st", "saint", "ss")
  static let commonGiven = FewWords("md", "mohd", "muhd")
  static let being = FewWords("is", "was")
  static let calling = FewWords("called", "named", "nicknamed", "titled", "branded")
  static let joining = FewWords("and", "or")
  static let modals = FewWords(
    "will", "would", "can", "could", "shall", "should", "may", "might", "must")
  static let versus = FewWords("v")

  private let keys: [UInt64]

  private init(_ words: String...) {
    keys = words.map { WordKey(of: $0.utf8).value }
  }

  func contains(_ key: WordKey) -> Bool { keys.contains(key.value) }
}
