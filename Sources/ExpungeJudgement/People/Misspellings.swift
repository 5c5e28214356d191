/// Found names by their spellings with a letter left out, so that a misspelling leads to its name.
///
/// A misspelling is a letter added, dropped or replaced, or two neighbours that change places; never
/// the first letter, and never in a short name, where it is likelier another name.
struct Misspellings {
  /// Letters of a name, and of what may be its misspelling.
  static let shortest = 5
  private static let longest = 24

  private var byShortened: [String: [String]] = [:]

  /// Takes a name; O(letters²).
  mutating func add(_ name: String) {
    guard Misspellings.isSuitable(name) else { return }
    byShortened[name, default: []].append(name)
    Misspellings.forEachShortened(name) { byShortened[$0, default: []].append(name) }
  }

  /// The names of which a word may be a misspelling; O(letters²).
  func names(for word: String) -> [String] {
    guard !byShortened.isEmpty, Misspellings.isSuitable(word) else { return [] }
    var found = byShortened[word] ?? []
    Misspellings.forEachShortened(word) { found += byShortened[$0] ?? [] }
    return found.filter { $0 != word && EditDistance.isOne(Array($0.utf8), Array(word.utf8)) }
  }

  /// Small letters of ASCII, neither few nor many.
  private static func isSuitable(_ word: String) -> Bool {
    (shortest...longest).contains(word.utf8.count) && word.utf8.allSatisfy { $0 &- 0x61 < 26 }
  }

  private static func forEachShortened(_ word: String, _ body: (String) -> Void) {
    let letters = Array(word.utf8)
    for dropped in 1..<letters.count {
      body(String(decoding: letters[..<dropped] + letters[(dropped + 1)...], as: UTF8.self))
    }
  }
}
