/// Builds the table that `NameLexicon` reads, from the lists of `Patterns/Lexicons`.
package struct LexiconTable {
  /// A list that cannot be read; one sentence.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  /// The records by folded word.
  package private(set) var records: [String: WordRecord] = [:]

  package init() {}

  /// Adds a list: lines of words, under heads such as "[2]"; "#" begins a comment.
  ///
  /// - Parameter setting: sets what the head says in a word's record; false for an unknown head.
  /// - Throws: `Problem` for a word that is not folded, or an unknown head.
  package mutating func add(
    _ text: String, from path: String, _ setting: (String, inout WordRecord) -> Bool
  ) throws(Problem) {
    var head = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        head = String(line.dropFirst().prefix { $0 != "]" })
        continue
      }
      for word in line.split(separator: " ") {
        guard word.utf8.allSatisfy({ $0 &- 0x61 < 26 }) else {
          throw Problem(
            description: "\(path):\(number + 1): “\(word)” must be in small letters from a to z")
        }
        guard setting(head, &records[String(word), default: WordRecord()]) else {
          throw Problem(description: "\(path):\(number + 1): there is no section “[\(head)]”")
        }
      }
    }
  }

  /// The characters of the table. Deterministic for the same words.
  package func encoded() -> [UInt8] {
    let kinds = Set(records.values).sorted { $0.bits < $1.bits }
    precondition(kinds.count <= 4096, "twelve bits number the records")
    precondition(WordRecord.width <= 36, "six characters hold a record")
    let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, UInt64($0)) })
    let slots = records.count * 3 / 2 + 1
    var table = [UInt64](repeating: 0, count: slots)
    for (word, record) in records.sorted(by: { $0.key < $1.key }) {
      guard let number = numbers[record] else { continue }
      let mixed = WordKey(of: word.utf8).mixed
      var slot = Int(NameLexicon.home(mixed, slots: UInt64(slots)))
      while table[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = NameLexicon.fingerprint(mixed) << 12 | number
    }
    var characters: [UInt8] = []
    characters.reserveCapacity((slots + kinds.count + 2) * 6)
    func append(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 36, by: 6) {
        characters.append(UInt8(truncatingIfNeeded: value >> shift & 63) + 0x30)
      }
    }
    append(UInt64(slots))
    append(UInt64(kinds.count))
    for kind in kinds { append(kind.bits) }
    for entry in table { append(entry) }
    return characters
  }
}
