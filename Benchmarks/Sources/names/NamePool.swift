import BenchmarkSupport
import ExpungePeople

/// The names that others are replaced by: listed ones, ones that are English words, and ones that no
/// list has.
struct NamePool {
  private let given: [String]
  private let surnames: [String]
  private let words: [String]
  private let lexicon: NameLexicon

  /// - Parameters:
  ///   - read: gives the text of a list of `Patterns/Lexicons` by its name.
  ///   - lexicon: what the scanner knows; an invented name is in none of its lists.
  init(reading read: (String) throws -> String, lexicon: NameLexicon) throws {
    self.lexicon = lexicon
    given = Self.entries(of: try read("given-names.txt"), levels: ["2", "3"])
      .filter { lexicon.record(of: WordKey(of: $0.utf8)).word == 0 }
    let all = Self.entries(of: try read("surnames.txt"), levels: ["2", "3"])
    surnames = all.filter { lexicon.record(of: WordKey(of: $0.utf8)).word == 0 }
    words = all.filter { (2...4).contains(lexicon.record(of: WordKey(of: $0.utf8)).word) }
    guard !given.isEmpty, !surnames.isEmpty, !words.isEmpty else {
      throw BenchmarkError(
        "the lists of names are empty: build them as Patterns/Lexicons/build.py says")
    }
  }

  /// A name in small letters: in a third of the cases in no list, in a sixth an English word.
  func name(isForename: Bool, using random: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: invented(using: &random)
    case 2: words[Int.random(in: words.indices, using: &random)]
    default:
      isForename
        ? given[Int.random(in: given.indices, using: &random)]
        : surnames[Int.random(in: surnames.indices, using: &random)]
    }
  }

  /// The beginning of one listed name and the end of another, until no list has what comes out.
  private func invented(using random: inout some RandomNumberGenerator) -> String {
    while true {
      let first = surnames[Int.random(in: surnames.indices, using: &random)]
      let second = given[Int.random(in: given.indices, using: &random)]
      let name = String(first.prefix(3) + second.suffix(3))
      let record = lexicon.record(of: WordKey(of: name.utf8))
      if name.utf8.count > 4, !record.isName, record.word == 0 { return name }
    }
  }

  private static func entries(of text: String, levels: Set<String>) -> [String] {
    var level = ""
    var entries: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        level = String(line.dropFirst().prefix { $0 != "]" })
      } else if levels.contains(level) {
        entries += line.split(separator: " ").map(String.init).filter { $0.utf8.count > 3 }
      }
    }
    return entries
  }
}
