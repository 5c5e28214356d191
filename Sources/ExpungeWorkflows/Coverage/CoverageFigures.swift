/// How many capitalised words of texts are explained, and by what.
package struct CoverageFigures: Sendable {
  package internal(set) var texts = 0
  package internal(set) var words = 0
  /// By guard kind.
  package internal(set) var guarded: [String: Int] = [:]
  package internal(set) var position = 0
  package internal(set) var common = 0
  package internal(set) var seenSmall = 0
  package internal(set) var introduced = 0
  package internal(set) var found = 0
  /// Words that nothing explains, with how often each stands there: shown only to who asked.
  package internal(set) var unexplained: [String: Int] = [:]
  /// How many of them have each shape.
  package internal(set) var shapes: [String: Int] = [:]

  package var unexplainedCount: Int { unexplained.values.reduce(0, +) }

  /// Share of the words that something explains; nil without words.
  ///
  /// A finding is no explanation: it says that the word may well be a name.
  package var explainedShare: Double? {
    words == 0 ? nil : Double(words - found - unexplainedCount) / Double(words)
  }

  mutating func add(_ word: CapitalisedWord, _ explanation: WordExplanation) {
    words += 1
    switch explanation {
    case .guarded(let kind): guarded[kind, default: 0] += 1
    case .position: position += 1
    case .common: common += 1
    case .seenSmall: seenSmall += 1
    case .introduced: introduced += 1
    case .found: found += 1
    case .none:
      unexplained[word.text, default: 0] += 1
      shapes[word.shape.rawValue, default: 0] += 1
    }
  }
}
