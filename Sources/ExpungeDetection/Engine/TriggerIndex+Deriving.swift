extension TriggerIndex {
  /// Derives all from the patterns.
  ///
  /// Takes about a millisecond a rule in a release build.
  ///
  /// - Parameters:
  ///   - numbers: which of the rules it is to speak of, ascending.
  ///   - size: how far the automata are grown.
  init(rules: [Rule], numbers: [UInt16], size: RuleIndex.Size) {
    self.init()
    self.numbers = numbers
    var indexed: [Indexed] = []
    for number in numbers {
      do {
        indexed.append(try Indexed(number, rules[Int(number)]))
      } catch {
        // Why is what the lint says: see `WholeTextReason`.
        wholeTextRules.append(number)
      }
    }
    for one in indexed {
      if let gate = one.chunk {
        anywhere.insert(gate.needed)
        chunkRules.append(ChunkRule(one, gate: gate, awaitsKeyword: false))
      } else if !one.awaitsKeyword {
        atWordStart.formUnion(one.relation.atWordStart)
        atDigitStart.formUnion(one.relation.atDigitStart)
        anywhere.formUnion(one.relation.anywhere)
      }
    }
    // Those of one byte together, for the scanner.
    chunkRules.sort { ($0.gate.needed, $0.rule) < ($1.gate.needed, $1.rule) }
    var waiting: [(chunk: UInt16, keywords: [[UInt8]])] = []
    for one in indexed where one.awaitsKeyword {
      guard let distance = one.nearby, let keywords = one.keywords else { continue }
      atWordStart.formUnion(ByteSet(keywords.map { $0[0] }))
      waiting.append((UInt16(chunkRules.count), keywords))
      let gate = ChunkGate(before: .all, needed: 0, width: distance)
      chunkRules.append(ChunkRule(one, gate: gate, awaitsKeyword: true))
    }
    let others = indexed.filter { $0.chunk == nil && !$0.awaitsKeyword }
    deriveKeywords(others, size)
    derivePrefixes(others, waiting, size)
    filters = PrefilterTables(
      indexed.compactMap { one in
        Prefilter(one.automaton, one.relation, sample: size.sample).map { (one.rule, $0) }
      })
    tails = PrefilterTables(
      indexed.lazy.filter(\.awaitsKeyword).compactMap { one in
        one.tail.flatMap { Prefilter($0, nil, sample: size.sample) }.map { (one.rule, $0) }
      })
  }

  /// What is known of one rule.
  fileprivate struct Indexed {
    let rule: UInt16
    /// Of a match and of what must follow it.
    let automaton: ByteAutomaton
    let relation: StartRelation
    var keywords: [[UInt8]]?
    /// Of what follows from a keyword near by on.
    var tail: ByteAutomaton?
    /// Bytes within which a keyword must lie; nil where it must lie in the run.
    var nearby: Int?
    var chunk: ChunkGate?
    var width = 0

    /// Whether the rule is tried backwards from its keyword, since nearly every word may begin it.
    var awaitsKeyword: Bool {
      nearby != nil && relation.firstBytes.intersection(TriggerIndex.smallLetters).count >= 20
    }

    /// - Throws: `WholeTextReason` for a rule that must be searched for in the whole text.
    init(_ number: UInt16, _ rule: Rule) throws(WholeTextReason) {
      let pattern = try IndexablePattern(rule.pattern, ignoresCase: rule.ignoresCase)
      let node = pattern.node
      self.rule = number
      automaton = ByteAutomaton(node, includesTail: true)
      relation = pattern.relation
      // Patterns that begin with one of a few bytes are told apart by their first bytes.
      guard relation.firstBytes.count >= 10 else { return }
      guard let most = node.width.maximum else { return }
      width = most
      chunk =
        most <= TriggerIndex.widestKeywordRule ? ChunkGate(pattern.automaton, width: most) : nil
      guard chunk == nil else { return }
      // A match that begins inside a word would hold its first keyword where nobody looks for one.
      let atWordStart = relation.atWordStart
      let candidates = KeywordCut.candidates(in: node).filter {
        ByteAutomaton($0).leadingKeywords.allSatisfy { atWordStart[$0[0]] }
      }
      for candidate in candidates where most <= TriggerIndex.widestKeywordRule {
        guard let found = RunLanguage.keywords(of: ByteAutomaton(candidate)) else { continue }
        keywords = found
        return
      }
      for candidate in candidates {
        guard let found = NearbyKeyword(candidate) else { continue }
        keywords = found.literals
        nearby = found.distance
        tail = ByteAutomaton(candidate, includesTail: true).enteredAtKeywords()
        return
      }
    }
  }

  static let smallLetters = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
  /// Bytes too frequent in prose to look at each place where one stands.
  static let tooFrequent = smallLetters.union(ByteSet(" ".utf8))

  private mutating func deriveKeywords(_ indexed: [Indexed], _ size: RuleIndex.Size) {
    let gated = indexed.filter { $0.keywords != nil }
    keywordRules = gated.map(\.rule)
    widestRun = gated.filter { $0.nearby == nil }.map(\.width).max() ?? 0
    maskWords = (gated.count + 1 + 63) / 64
    nearby = gated.compactMap(\.nearby).max() ?? 0
    nearbyMask = mask(gated.indices.filter { gated[$0].nearby != nil }.map { $0 + 1 })

    // The end of a connector is a byte that no word holds; past the text's end stands a zero.
    let ends = ScalarSet([0...0x7F]).ranges.flatMap { Array($0) }
      .filter { !ByteSet.alphanumerics[UInt8($0)] }.map { $0...$0 }
    let end = PatternNode.set(ScalarSet(ends + [0x80...ScalarSet.highest]))
    let connectors = PatternNode.choice(
      RunLanguage.connectors.map { word in
        .sequence(word.utf8.map { .set(ScalarSet(UInt32($0))) } + [end])
      })
    let automata =
      [ByteAutomaton(connectors)]
      + gated.map { ByteAutomaton(literals: $0.keywords ?? []) }
    var classes = ByteClasses()
    classes.refine(edgesOf: automata)
    classes.sort(by: TextModel.share)
    keyword = PrefixAutomaton(
      machines: automata.map {
        PrefixMachine($0, relation: nil, classes: classes, depth: Self.keywordBytes)
      }, classes: classes, budget: size.keywordStates, emits: false,
      sample: size.sample)
    keywordMasks = Table(keyword.alive.flatMap { mask($0.map(Int.init)) })
    keyword.alive = []
  }

  private mutating func derivePrefixes(
    _ indexed: [Indexed], _ waiting: [(chunk: UInt16, keywords: [[UInt8]])],
    _ size: RuleIndex.Size
  ) {
    let keywords = waiting.map { ByteAutomaton(literals: $0.keywords) }
    var classes = ByteClasses()
    classes.refine(edgesOf: indexed.map(\.automaton) + keywords)
    var seen: Set<ByteSet> = []
    for one in indexed {
      for before in StartRelation.Before.allCases {
        let first = one.relation.firstBytes(after: before)
        if seen.insert(first).inserted { classes.refine { first[$0] } }
      }
    }
    prefix = PrefixAutomaton(
      machines: indexed.map { one in
        PrefixMachine(one.automaton, relation: one.relation, classes: classes, depth: nil)
      }
        + keywords.map { PrefixMachine($0, relation: nil, classes: classes, depth: nil) },
      classes: classes, budget: size.prefixStates, emits: true,
      sample: size.sample)

    let bitOf = Dictionary(uniqueKeysWithValues: keywordRules.enumerated().map { ($1, $0 + 1) })
    var masks = [UInt64](repeating: 0, count: maskWords)
    var records: [UInt32] = []
    var entries: [UInt16] = []
    var rowOf: [[UInt64]: UInt32] = [masks: 0]
    var entriesOf: [[UInt16]: UInt32] = [:]
    for members in prefix.alive {
      let alive = members.filter { $0 < indexed.count }.map { indexed[Int($0)] }
      let called = members.filter { $0 >= indexed.count }.map {
        waiting[Int($0) - indexed.count].chunk | Self.backwards
      }
      let ungated = alive.filter { $0.keywords == nil }.map(\.rule) + called
      let start = entriesOf[ungated] ?? UInt32(entries.count)
      if entriesOf[ungated] == nil {
        entriesOf[ungated] = start
        entries += ungated
      }
      records += [start, start + UInt32(ungated.count)]
      for isNearby in [false, true] {
        let row = mask(
          alive.compactMap { ($0.nearby != nil) == isNearby ? bitOf[$0.rule] : nil })
        if let known = rowOf[row] {
          records.append(known)
        } else {
          let new = UInt32(masks.count / maskWords)
          rowOf[row] = new
          records.append(new)
          masks += row
        }
      }
    }
    prefix.alive = []
    self.masks = Table(masks)
    self.records = Table(records)
    self.entries = Table(entries)
  }

  private func mask(_ bits: [Int]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: maskWords)
    for bit in bits { words[bit / 64] |= 1 << UInt64(bit % 64) }
    return words
  }
}

extension ByteClasses {
  mutating func refine(edgesOf automata: [ByteAutomaton]) {
    var seen: Set<Int> = []
    for automaton in automata {
      for state in automaton.states {
        for edge in state.edges where seen.insert(Int(edge.low) << 8 | Int(edge.high)).inserted {
          refine { edge.low <= $0 && $0 <= edge.high }
        }
      }
    }
  }
}

extension ChunkRule {
  fileprivate init(_ one: TriggerIndex.Indexed, gate: ChunkGate, awaitsKeyword: Bool) {
    self.init(
      rule: one.rule, gate: gate, awaitsKeyword: awaitsKeyword,
      atWordStart: one.relation.atWordStart, atDigitStart: one.relation.atDigitStart,
      anywhere: one.relation.anywhere)
  }
}
