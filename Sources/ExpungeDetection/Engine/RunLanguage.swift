/// What may stand between the start of a match and its keyword: a run of capitalised words,
/// numbers and small connecting words.
///
/// A run goes on over a word that begins with a lower-case ASCII letter only when that is one of
/// the connectors, or follows a byte that joins (as in "Mary's", "B&b") or one beyond ASCII; it
/// ends at one of the breaking bytes. The scanner walks runs by this rule; a rule's pattern is proved to stay inside it
/// before the scanner may rely on it (`keywords(of:)`).
enum RunLanguage {
  /// At most seven letters, so that the scanner sees the end of the word within eight bytes.
  static let connectors = [
    "of", "the", "and", "for", "on", "upon", "in", "at", "to", "with", "by", "under", "near",
    "from", "cum", "next", "le", "la", "les", "de", "du", "del", "den", "der", "des", "di", "da",
    "dos", "el", "al", "bin", "ibn", "van", "von", "y", "yr", "o", "a", "an", "or", "nr", "no",
    "re",
  ]
  static let breaks = ByteSet(#";:?!<=@#{}[]|\^~%$*+"#.utf8)
  /// After these a lower-case letter goes on with a word.
  static let joins = ByteSet("'-.&/".utf8)

  /// States of the language as an automaton; 0 is dead.
  private struct Machine {
    static let dead = 0
    static let begin = 1
    static let gap = 2
    static let join = 3
    static let beyond = 4
    static let word = 5

    /// From each state, by byte.
    var rows: [[Int]] = []

    init() {
      let bytes = UInt8.min...UInt8.max
      rows = [[Int]](repeating: [Int](repeating: Machine.dead, count: 256), count: 6)
      // Nodes of the connectors, by their letters.
      var nodes: [String: Int] = [:]
      for connector in connectors {
        for length in 1...connector.count {
          let prefix = String(connector.prefix(length))
          guard nodes[prefix] == nil else { continue }
          nodes[prefix] = rows.count
          rows.append([Int](repeating: Machine.dead, count: 256))
        }
      }
      func outside(_ byte: UInt8) -> Int {
        if byte >= 0x80 { return Machine.beyond }
        if breaks[byte] { return Machine.dead }
        return joins[byte] ? Machine.join : Machine.gap
      }
      for byte in bytes {
        let isWord = ByteSet.alphanumerics[byte]
        let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        for state in [Machine.begin, Machine.gap, Machine.join, Machine.beyond, Machine.word] {
          rows[state][Int(byte)] = isWord ? Machine.word : outside(byte)
        }
        if isLower {
          rows[Machine.gap][Int(byte)] =
            nodes[String(decoding: [byte], as: UTF8.self)] ?? Machine.dead
        }
        for (prefix, node) in nodes {
          if isWord {
            rows[node][Int(byte)] = nodes[prefix + String(decoding: [byte], as: UTF8.self)] ?? 0
          } else if connectors.contains(prefix) {
            rows[node][Int(byte)] = outside(byte)
          }
        }
      }
    }
  }

  private static let machine = Machine()

  /// The keywords one of which every match must hold at the start of a word, with nothing but a run
  /// before it; nil when that cannot be proved.
  static func keywords(of automaton: ByteAutomaton) -> [[UInt8]]? {
    struct Pair: Hashable {
      var state: Int32
      var run: Int
    }
    var seen: Set<Pair> = []
    var open = [Pair(state: automaton.start, run: Machine.begin)]
    var found: Set<Int32> = []
    while let pair = open.popLast() {
      guard seen.insert(pair).inserted else { continue }
      guard pair.state != automaton.accept, seen.count < 60_000 else { return nil }
      let state = automaton.states[Int(pair.state)]
      if let keyword = state.keyword {
        guard [Machine.begin, Machine.gap, Machine.join, Machine.beyond].contains(pair.run) else {
          return nil
        }
        found.insert(keyword)
        continue
      }
      for target in state.epsilons { open.append(Pair(state: target, run: pair.run)) }
      let row = machine.rows[pair.run]
      for edge in state.edges {
        var last = Machine.dead
        for byte in edge.low...edge.high {
          let run = row[Int(byte)]
          guard run != Machine.dead else { return nil }
          if run != last { open.append(Pair(state: edge.target, run: run)) }
          last = run
        }
      }
    }
    guard !found.isEmpty else { return nil }
    return Array(Set(found.flatMap { automaton.keywords[Int($0)] })).sorted {
      $0.lexicographicallyPrecedes($1)
    }
  }
}
