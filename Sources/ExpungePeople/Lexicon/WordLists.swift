/// What lists of words say, word by word, before it becomes a table: a record for each folded word.
package struct WordLists<Record: Sendable>: Sendable {
  /// The records by folded word.
  package private(set) var records: [String: Record] = [:]
  private let empty: Record

  /// - Parameter empty: what is known of a word before any list speaks of it.
  package init(empty: Record) { self.empty = empty }

  /// Adds a list: lines of words, under heads such as "[2]"; "#" begins a comment.
  ///
  /// - Parameter setting: sets what the head says in a word's record; false for an unknown head.
  /// - Throws: `WordListProblem` for a word that is not folded, or an unknown head.
  package mutating func add(
    _ text: String, from path: String, _ setting: (String, inout Record) -> Bool
  ) throws(WordListProblem) {
    var head = ""
    let empty = empty
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        head = String(line.dropFirst().prefix { $0 != "]" })
        continue
      }
      for word in line.split(separator: " ") {
        guard word.utf8.allSatisfy({ $0 &- 0x61 < 26 }) else {
          throw WordListProblem(
            description: "\(path):\(number + 1): “\(word)” must be in small letters from a to z")
        }
        guard setting(head, &records[String(word), default: empty]) else {
          throw WordListProblem(
            description: "\(path):\(number + 1): there is no section “[\(head)]”")
        }
      }
    }
  }
}

/// A list that cannot be read; one sentence.
package struct WordListProblem: Error, CustomStringConvertible {
  package let description: String
}
