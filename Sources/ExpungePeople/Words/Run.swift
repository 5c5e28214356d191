/// Capitalised words that stand together, small joining words between them included.
struct Run {
  let first: Int
  var last: Int
  /// Capitalised words.
  private(set) var capitals = 0
  /// Words that a list of names has and that are no common words.
  private(set) var names = 0
  private(set) var commonWords = 0
  private(set) var isOrganisation = false
  private(set) var isStreet = false
  private(set) var isLaw = false
  private(set) var isTitled = false
  var isBeforeYear = false

  init(first: Int) {
    self.first = first
    last = first
  }

  mutating func add(_ token: Token, _ record: WordRecord) {
    guard token.isCapitalised else { return }
    capitals += 1
    if record.isName, record.word == 0 || record.given > 1 { names += 1 }
    if (1...3).contains(record.word) { commonWords += 1 }
    let roles = record.roles
    if roles.contains(.organisation) { isOrganisation = true }
    if roles.contains(.street) { isStreet = true }
    if roles.contains(.law) { isLaw = true }
    if roles.contains(.title), token.letters > 1 { isTitled = true }
  }
}
