/// The vocabulary of the cast list: how a decision introduces people and speaks of them.
///
/// Made of the lexicons "cast-…" of the pattern library (`Patterns/Cast.yaml`).
package struct CastWords: Sendable {
  /// By the hash of the word in small letters.
  private var facts: [UInt64: WordFacts] = [:]
  /// By the hash of both words with a space between them: "social worker".
  private var compounds: Set<UInt64> = []
  /// One bit for each hash modulo the table: most words of a text are told apart by it alone.
  private var bits = [UInt64](repeating: 0, count: 1 << 8)

  package static let none = CastWords(lists: [:])

  package var isEmpty: Bool { facts.isEmpty }

  /// - Parameter lists: by the lexicon's name behind "cast-": "titles-women", "roles-any", "verbs".
  package init(lists: [String: [String]]) {
    for (name, words) in lists {
      for word in words { add(word, from: name) }
    }
  }

  private static let kinds: [String: WordFacts.Kind] = [
    "titles": .title, "pronouns": .pronoun, "people": .person, "roles": .role, "parties": .party,
    "children": .child, "institutions": .institution, "complaint": .complaint,
    "statements": .statement, "told": .told, "addressed": .addressed, "verbs": .verb,
    "introducers": .introducer, "not-people": .notPeople, "several": .several,
    "relations-child": .relation, "relations-parent": .relation, "relations-spouse": .relation,
    "relations-sibling": .relation, "relations-relative": .relation, "compounds": .compound,
  ]
  private static let relations: [String: Relation] = [
    "relations-child": .child, "relations-parent": .parent, "relations-spouse": .spouse,
    "relations-sibling": .sibling, "relations-relative": .relative,
  ]

  private mutating func add(_ word: String, from list: String) {
    var name = list
    var gender = Gender.unknown
    for (ending, told) in [("-women", Gender.woman), ("-men", .man), ("-any", .unknown)]
    where name.hasSuffix(ending) {
      name.removeLast(ending.utf8.count)
      gender = told
      break
    }
    guard let kind = Self.kinds[name] else { return }
    if kind == .compound {
      compounds.insert(Self.hash(of: word))
      guard let last = word.split(separator: " ").last else { return }
      insert(String(last), WordFacts(kind: .compound))
    } else {
      insert(word, WordFacts(kind: kind, gender: gender, relation: Self.relations[name]))
    }
  }

  private mutating func insert(_ word: String, _ new: WordFacts) {
    let hash = Self.hash(of: word)
    var known = facts[hash] ?? WordFacts()
    known.kind.formUnion(new.kind)
    if new.gender != .unknown { known.gender = new.gender }
    known.relation = known.relation ?? new.relation
    facts[hash] = known
    let place = Self.place(hash)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// What a word tells; nil for one outside the vocabulary.
  @inline(__always)
  func facts(of hash: UInt64) -> WordFacts? {
    let place = Self.place(hash)
    guard bits[place >> 6] & (1 << UInt64(place & 63)) != 0 else { return nil }
    return facts[hash]
  }

  /// Whether two words that follow each other are one: "social worker".
  func isCompound(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    var hash = Self.seed
    for byte in first { Self.add(byte, to: &hash) }
    Self.add(0x20, to: &hash)
    for byte in second { Self.add(byte, to: &hash) }
    return compounds.contains(hash)
  }

  // Two words of a text that agree in all 64 bits by chance do not occur; a wrong fact about a word
  // would be no more than a worse guess.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func add(_ byte: UInt8, to hash: inout UInt64) {
    let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
    hash = (hash ^ UInt64(small)) &* 0x0000_0100_0000_01B3
  }

  static func hash(of word: String) -> UInt64 {
    var hash = seed
    for byte in word.utf8 { add(byte, to: &hash) }
    return hash
  }

  @inline(__always)
  private static func place(_ hash: UInt64) -> Int { Int((hash >> 40) & ((1 << 14) - 1)) }
}
