/// Finds in a pattern the words one of which every match must hold.
enum KeywordCut {
  /// Bytes of a keyword that are looked at; fewer where cases and alternatives make too many.
  private static let lengths = [8, 5, 4, 3]
  private static let mostKeywords = 1_500

  /// The pattern with such words marked, in several ways, the most telling first.
  ///
  /// On every path through a returned tree stands a `keyword`.
  static func candidates(in node: PatternNode) -> [PatternNode] {
    marked(node, isFirst: true).sorted { $0.score > $1.score }.prefix(6).map(\.node)
  }

  private struct Marked {
    var node: PatternNode
    /// How rare its keywords are: length of the shortest.
    var score: Int
  }

  private static func marked(_ node: PatternNode, isFirst: Bool) -> [Marked] {
    switch node {
    case .sequence(let items):
      var found: [Marked] = []
      for index in items.indices where !items[index].isNullable {
        let isLeading = isFirst && items[..<index].allSatisfy(\.isNullable)
        // A keyword at the very start is no more than the prefix automaton sees by itself.
        if !isLeading, index == 0 || !endsInsideWord(items[index - 1]),
          let literals = literals(at: items[index...])
        {
          let rest = PatternNode.keyword(.sequence(Array(items[index...])), literals)
          found.append(
            Marked(
              node: .sequence(Array(items[..<index]) + [rest]),
              score: literals.map(\.count).min() ?? 0))
        }
        for inner in marked(items[index], isFirst: isLeading) {
          var changed = items
          changed[index] = inner.node
          found.append(Marked(node: .sequence(changed), score: inner.score))
        }
      }
      return found
    case .choice(let branches):
      var chosen: [PatternNode] = []
      var score = Int.max
      for branch in branches {
        let options = whole(branch) + marked(branch, isFirst: isFirst)
        guard let most = options.map(\.score).max(),
          let best = options.first(where: { $0.score == most })
        else { return [] }
        chosen.append(best.node)
        score = min(score, best.score)
      }
      return [Marked(node: .choice(chosen), score: score)]
    case .group(let item, let isAtomic):
      return marked(item, isFirst: isFirst).map {
        Marked(node: .group($0.node, isAtomic: isAtomic), score: $0.score)
      }
    default:
      return []
    }
  }

  /// Whether a letter or digit stands before whatever follows the item.
  private static func endsInsideWord(_ node: PatternNode) -> Bool {
    guard case .set(let set) = node else { return false }
    return !set.reachesBeyondASCII && set.ascii.isSubset(of: .alphanumerics)
  }

  /// A branch that begins with a keyword, taken as one.
  private static func whole(_ node: PatternNode) -> [Marked] {
    guard let literals = literals(at: [node]) else { return [] }
    return [Marked(node: .keyword(node, literals), score: literals.map(\.count).min() ?? 0)]
  }

  /// The strings with which matches of these items begin, when they are few, at least two bytes
  /// long and begin as a word does.
  private static func literals(at items: ArraySlice<PatternNode>) -> [[UInt8]]? {
    var unique: Set<[UInt8]> = []
    for longest in lengths {
      let start: Set = [Partial(bytes: [], isOpen: true)]
      guard let strings = expanded(Array(items), start, longest) else { continue }
      unique = Set(strings.map(\.bytes))
      break
    }
    guard !unique.isEmpty, unique.allSatisfy({ $0.count >= 2 && ByteSet.alphanumerics[$0[0]] })
    else { return nil }
    return unique.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private struct Partial: Hashable {
    var bytes: [UInt8]
    /// Whether what follows is known.
    var isOpen: Bool
  }

  private static func expanded(
    _ items: [PatternNode], _ start: Set<Partial>, _ longest: Int
  ) -> Set<Partial>? {
    var partials = start
    for item in items {
      guard partials.contains(where: \.isOpen) else { break }
      guard let next = expanded(item, partials, longest), next.count <= mostKeywords else {
        return nil
      }
      partials = next
    }
    return partials
  }

  private static func expanded(
    _ node: PatternNode, _ start: Set<Partial>, _ longest: Int
  ) -> Set<Partial>? {
    switch node {
    case .set(let set):
      return expanded(set, start, longest)
    case .sequence(let items):
      return expanded(items, start, longest)
    case .choice(let branches):
      var union: Set<Partial> = []
      for branch in branches {
        guard let part = expanded(branch, start, longest) else { return nil }
        union.formUnion(part)
      }
      return union
    case .group(let item, _), .keyword(let item, _):
      return expanded(item, start, longest)
    case .repetition(let item, let repetition):
      if repetition.maximum == 0 { return start }
      guard let once = expanded(item, start, longest) else { return nil }
      let isOnce = repetition.maximum == 1
      let after = Set(once.map { Partial(bytes: $0.bytes, isOpen: $0.isOpen && isOnce) })
      return repetition.minimum == 0 ? after.union(start) : after
    case .look, .assertion:
      return start
    }
  }

  private static func expanded(
    _ set: ScalarSet, _ start: Set<Partial>, _ longest: Int
  ) -> Set<Partial>? {
    var scalars: [UInt32] = []
    if set.ranges.reduce(0, { $0 + $1.count }) <= 6 { scalars = set.ranges.flatMap { Array($0) } }
    var result: Set<Partial> = []
    for partial in start {
      guard partial.isOpen, !scalars.isEmpty else {
        result.insert(Partial(bytes: partial.bytes, isOpen: false))
        continue
      }
      for scalar in scalars {
        guard scalar < 0x80 else {
          result.insert(Partial(bytes: partial.bytes, isOpen: false))
          continue
        }
        let bytes = partial.bytes + UTF8Sequences.encode(scalar)
        result.insert(
          Partial(bytes: Array(bytes.prefix(longest)), isOpen: bytes.count < longest))
      }
    }
    return result
  }
}

extension ByteAutomaton {
  /// An automaton of plain strings.
  init(literals: [[UInt8]]) {
    self.init(
      .choice(literals.map { .sequence($0.map { .set(ScalarSet(UInt32($0))) }) }))
  }
}

extension ByteAutomaton {
  /// The keywords with which a match may begin.
  var leadingKeywords: [[UInt8]] {
    var found: [[UInt8]] = []
    var seen: Set<Int32> = []
    var open = [start]
    while let number = open.popLast() {
      guard seen.insert(number).inserted else { continue }
      if let keyword = states[Int(number)].keyword { found += keywords[Int(keyword)] }
      open += states[Int(number)].epsilons
    }
    return found
  }
}
