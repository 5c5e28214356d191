/// Whether a file's name can be shown although nothing is known about what the file holds.
///
/// A surname alone is like any other word, so it is turned round: a name is harmless if it is made of
/// digits, single plain letters and words that say what a file is. A word that is a name as well ("May",
/// "Page") is harmless only beside a number.
struct HarmlessFileName: Sendable {
  private let words: Set<String>
  private let names: Set<String>

  /// - Parameters:
  ///   - words: in lower case.
  ///   - names: words that are also names, in lower case.
  init(words: Set<String>, names: Set<String>) {
    self.words = words
    self.names = names
  }

  /// O(length).
  func allows(_ name: String) -> Bool {
    let hasNumber = name.unicodeScalars.contains { ("0"..."9").contains($0) }
    return HarmlessFileName.words(of: name).allSatisfy { word in
      word.utf8.count == 1 || words.contains(word) && (hasNumber || !names.contains(word))
    }
  }

  /// Runs of letters and marks in lower case; "FinalDecision" is two words, "PDFs" one.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var endsSmall = false
    for character in name {
      let isPart = character.isLetter || character.unicodeScalars.contains { $0.value >= 0x80 }
      if !isPart || character.isUppercase && endsSmall {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isPart { word.append(character) }
      endsSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
