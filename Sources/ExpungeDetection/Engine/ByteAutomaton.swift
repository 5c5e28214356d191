/// A pattern as a nondeterministic automaton over bytes: accepts at least what the pattern matches.
///
/// Lookarounds and anchors hold everywhere, except that those in front of the first byte are kept
/// as conditions on the byte before a match. Long repeats are loops.
struct ByteAutomaton {
  struct Edge: Hashable {
    var low: UInt8
    var high: UInt8
    var target: Int32
  }

  /// What must be true of the byte before a match.
  enum Condition {
    /// Bytes that may stand there, and whether the match may stand at the text's start.
    case previous(ByteSet, orStart: Bool)
    case wordBoundary(Bool)
  }

  struct State {
    var edges: [Edge] = []
    var epsilons: [Int32] = []
    /// Passed before `epsilons` when nothing has been taken yet.
    var condition: Condition?
    /// A keyword begins here: an index into `keywords`.
    var keyword: Int32?
  }

  private(set) var states: [State] = []
  private(set) var start: Int32 = 0
  /// The one state in which a match may end.
  let accept: Int32 = 0
  private(set) var keywords: [[[UInt8]]] = []
  private let includesTail: Bool

  private var continuations: [Edge: Int32] = [:]
  private var sequencesOf: [[ClosedRange<UInt32>]: [[ClosedRange<UInt8>]]] = [:]

  /// How many copies of a repeated item are told apart; more are a loop.
  private static let copies = 9

  /// - Parameter includesTail: whether what must follow a match, by a lookahead at its very end, is
  ///   taken for a part of it: right for telling where a match may begin, wrong for where it ends.
  init(_ node: PatternNode, includesTail: Bool = false) {
    self.includesTail = includesTail
    states.append(State())
    start = build(node, to: accept)
    continuations = [:]
    sequencesOf = [:]
  }

  /// The same, but entered where a keyword begins: what a match holds from its keyword on. Nil when it
  /// has none.
  func enteredAtKeywords() -> ByteAutomaton? {
    let entries = states.indices.filter { states[$0].keyword != nil }.map(Int32.init)
    guard !entries.isEmpty else { return nil }
    var entered = self
    entered.start = entered.add(State(epsilons: entries))
    return entered
  }

  private mutating func add(_ state: State) -> Int32 {
    states.append(state)
    return Int32(states.count - 1)
  }

  /// The state from which `node` leads to `next`.
  private mutating func build(_ node: PatternNode, to next: Int32) -> Int32 {
    switch node {
    case .set(let set):
      return build(set, to: next)
    case .sequence(let items):
      return items.reversed().reduce(next) { build($1, to: $0) }
    case .choice(let branches):
      return add(State(epsilons: branches.map { build($0, to: next) }))
    case .group(let item, _):
      return build(item, to: next)
    case .repetition(let item, let repetition):
      return build(item, repetition, to: next)
    case .look(let item, let look):
      if includesTail, next == accept, !look.isBehind, !look.isNegative {
        return build(item, to: next)
      }
      guard look.isBehind, let condition = Self.condition(item, negative: look.isNegative) else {
        return next
      }
      return add(State(epsilons: [next], condition: condition))
    case .assertion(let assertion):
      guard let condition = Self.condition(assertion) else { return next }
      return add(State(epsilons: [next], condition: condition))
    case .keyword(let item, let literals):
      keywords.append(literals)
      let index = Int32(keywords.count - 1)
      return add(State(epsilons: [build(item, to: next)], keyword: index))
    }
  }

  private mutating func build(_ set: ScalarSet, to next: Int32) -> Int32 {
    var state = State()
    let sequences = sequencesOf[set.ranges] ?? Self.widened(UTF8Sequences.ranges(of: set))
    sequencesOf[set.ranges] = sequences
    for sequence in sequences {
      var target = next
      for range in sequence.dropFirst().reversed() {
        let edge = Edge(low: range.lowerBound, high: range.upperBound, target: target)
        if let known = continuations[edge] {
          target = known
        } else {
          target = add(State(edges: [edge]))
          continuations[edge] = target
        }
      }
      state.edges.append(
        Edge(low: sequence[0].lowerBound, high: sequence[0].upperBound, target: target))
    }
    return add(state)
  }

  /// Bytes beyond ASCII are told apart by group only, to keep the automata small: English text
  /// has few of them, and libpcre2 decides in the end.
  private static let groups: [ClosedRange<UInt8>] = [
    0x80...0x80, 0x81...0x8F, 0x90...0x9F, 0xA0...0xA0, 0xA1...0xAF, 0xB0...0xBF, 0xC0...0xC1,
    0xC2...0xC2, 0xC3...0xC3, 0xC4...0xC9, 0xCA...0xDF, 0xE0...0xE0, 0xE1...0xE1, 0xE2...0xE2,
    0xE3...0xEF, 0xF0...0xF7, 0xF8...0xFF,
  ]

  /// Sequences over whole groups, each once.
  private static func widened(_ sequences: [[ClosedRange<UInt8>]]) -> [[ClosedRange<UInt8>]] {
    var seen: Set<[ClosedRange<UInt8>]> = []
    return sequences.flatMap { sequence -> [[ClosedRange<UInt8>]] in
      guard sequence.count > 1 else { return [sequence] }
      // Every choice of one group for each place.
      return sequence.reduce([[]]) { partial, range in
        let parts = groups.filter { $0.overlaps(range) }
        return partial.flatMap { prefix in parts.map { prefix + [$0] } }
      }
    }.filter { seen.insert($0).inserted }
  }

  private mutating func build(
    _ item: PatternNode, _ repetition: PatternNode.Repetition, to next: Int32
  ) -> Int32 {
    let minimum = min(repetition.minimum, Self.copies)
    var entry = next
    // A few optional copies are told apart; many, or an item that may be empty, become a loop.
    if let maximum = repetition.maximum, maximum - repetition.minimum <= 3,
      repetition.minimum <= Self.copies
    {
      for _ in repetition.minimum..<max(maximum, repetition.minimum) {
        let copy = build(item, to: entry)
        entry = add(State(epsilons: [copy, next]))
      }
    } else {
      let loop = add(State(epsilons: [next]))
      let copy = build(item, to: loop)
      states[Int(loop)].epsilons.append(copy)
      entry = loop
    }
    for _ in 0..<minimum { entry = build(item, to: entry) }
    return entry
  }

  private static func condition(_ assertion: PatternNode.Assertion) -> Condition? {
    switch assertion {
    case .wordBoundary: .wordBoundary(true)
    case .notWordBoundary: .wordBoundary(false)
    case .textStart: .previous(ByteSet(), orStart: true)
    case .lineStart: .previous(ByteSet([0x0A]), orStart: true)
    case .end: nil
    }
  }

  /// What a lookbehind says of the one byte before; nil when nothing can be said.
  private static func condition(_ node: PatternNode, negative: Bool) -> Condition? {
    if negative {
      guard let excluded = excludedBytes(node) else { return nil }
      return .previous(ByteSet.all.subtracting(excluded), orStart: true)
    }
    guard let (last, orStart) = lastBytes(node) else { return nil }
    return .previous(last, orStart: orStart)
  }

  /// ASCII bytes that by themselves make the node match; it may match in other ways too.
  private static func excludedBytes(_ node: PatternNode) -> ByteSet? {
    switch node {
    case .set(let set): set.ascii
    case .group(let item, _): excludedBytes(item)
    case .choice(let branches):
      branches.reduce(ByteSet()) { $0.union(excludedBytes($1) ?? ByteSet()) }
    case .sequence(let items) where items.count == 1: excludedBytes(items[0])
    default: nil
    }
  }

  /// The bytes with which a match of the node may end, and whether it may be the text's start.
  private static func lastBytes(_ node: PatternNode) -> (ByteSet, Bool)? {
    switch node {
    case .set(let set):
      return (set.reachesBeyondASCII ? set.ascii.union(ByteSet(0x80...0xBF)) : set.ascii, false)
    case .group(let item, _):
      return lastBytes(item)
    case .choice(let branches):
      var union = (ByteSet(), false)
      for branch in branches {
        guard let last = lastBytes(branch) else { return nil }
        union = (union.0.union(last.0), union.1 || last.1)
      }
      return union
    case .sequence(let items):
      return items.last.flatMap(lastBytes)
    case .repetition(let item, let repetition) where repetition.minimum > 0:
      return lastBytes(item)
    case .assertion(.textStart):
      return (ByteSet(), true)
    case .assertion(.lineStart):
      return (ByteSet([0x0A]), true)
    default:
      return nil
    }
  }
}
