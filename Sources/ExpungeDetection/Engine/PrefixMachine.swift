/// One pattern's matches as a deterministic automaton over byte classes, made as far as it is asked
/// for.
///
/// It accepts a superset of the matches' beginnings. A state is `open` where a match may end, and
/// where prose would go on for ever without an answer: from there on nothing is told apart.
struct PrefixMachine {
  /// No match begins so.
  static let dead: UInt16 = 0
  /// Whatever follows, a match is possible.
  static let open: UInt16 = 1

  struct Edge {
    var byteClass: UInt8
    var target: UInt16
  }

  /// The first state, by what stands before.
  private(set) var starts: [UInt16] = []

  private struct State: Hashable {
    /// The automaton's states it stands for, closed over what takes no byte.
    var states: [Int32]
    /// Bytes that are looked at from here on.
    var remaining: Int
  }

  private var states: [State] = [State(states: [], remaining: 0), State(states: [], remaining: 0)]
  private var numbers: [State: UInt16] = [:]
  /// Where each state leads, once asked for.
  private var edges: [[Edge]?] = [[], []]
  /// Whether prose goes on for ever from each state, once asked for.
  private var isProse: [Bool?] = [false, false]
  private var closure: Closure
  private let prose: [[UInt8]]
  private let representatives: [UInt8]

  /// A pattern with more states is tried wherever it gets so far.
  private static let mostStates = 6_000
  private static let unlimited = Int.max

  /// - Parameters:
  ///   - relation: what must stand before; nil where nothing is asked.
  ///   - depth: bytes looked at; nil for as many as tell something.
  init(_ automaton: ByteAutomaton, relation: StartRelation?, classes: ByteClasses, depth: Int?) {
    closure = Closure(automaton, classes)
    prose = Prose.samples.map { $0.utf8.map { classes.classOf[Int($0)] } }
    representatives = classes.representatives
    let begin = number(closure.of([automaton.start]), remaining: depth ?? Self.unlimited)
    guard let relation, begin > Self.open else {
      starts = StartRelation.Before.allCases.map { _ in begin }
      return
    }
    // Start states differ only in the bytes that what stands before allows.
    let all = edges(of: begin)
    for before in StartRelation.Before.allCases {
      let allowed = relation.firstBytes(after: before)
      starts.append(UInt16(states.count))
      states.append(State(states: [], remaining: 0))
      edges.append(all.filter { allowed[representatives[Int($0.byteClass)]] })
      isProse.append(false)
    }
  }

  /// Where a state leads, dead ends left out.
  mutating func edges(of state: UInt16) -> [Edge] {
    if let known = edges[Int(state)] { return known }
    let from = states[Int(state)]
    var result: [Edge] = []
    var known: [[Int32]: UInt16] = [:]
    for (byteClass, targets) in closure.targets(of: from.states).enumerated()
    where !targets.isEmpty {
      var next = Self.open
      // Beyond the depth any byte that the pattern could take will do.
      if from.remaining > 1 {
        if let seen = known[targets] {
          next = seen
        } else {
          let remaining = from.remaining == Self.unlimited ? Self.unlimited : from.remaining - 1
          next = number(closure.of(targets), remaining: remaining)
          known[targets] = next
        }
      }
      result.append(Edge(byteClass: UInt8(byteClass), target: next))
    }
    edges[Int(state)] = result
    return result
  }

  /// The state, or `open` where prose goes on for ever from it.
  mutating func settled(_ state: UInt16) -> UInt16 {
    if state <= Self.open { return state }
    let goesOn = isProse[Int(state)] ?? goesOnThroughProse(from: state)
    isProse[Int(state)] = goesOn
    return goesOn ? Self.open : state
  }

  private mutating func number(_ set: [Int32], remaining: Int) -> UInt16 {
    if set.isEmpty { return Self.dead }
    if set.contains(closure.accept) { return Self.open }
    let state = State(states: set, remaining: remaining)
    if let known = numbers[state] { return known }
    guard states.count < Self.mostStates else { return Self.open }
    let new = UInt16(states.count)
    numbers[state] = new
    states.append(state)
    edges.append(nil)
    isProse.append(nil)
    return new
  }

  private mutating func goesOnThroughProse(from start: UInt16) -> Bool {
    for sample in prose {
      var state = start
      for byteClass in sample where state > Self.open {
        state = edges(of: state).first { $0.byteClass == byteClass }?.target ?? Self.dead
      }
      if state == Self.dead { return false }
    }
    return true
  }
}

/// Words in small letters, as they follow anywhere in a sentence.
private enum Prose {
  static let samples = [
    "e rent and on a sender interest as the", " on the rent and a sentence as he then",
    "tion is not the same as an other one ",
  ]
}

/// Sets of an automaton's states, closed over what takes no byte.
private struct Closure {
  let accept: Int32
  private let automaton: ByteAutomaton
  private let classCount: Int
  /// For each state where each class of byte leads.
  private let steps: [[(byteClass: Int, target: Int32)]]
  private var marks: [Int32]
  private var stamp: Int32 = 0

  init(_ automaton: ByteAutomaton, _ classes: ByteClasses) {
    self.automaton = automaton
    accept = automaton.accept
    classCount = classes.count
    let representatives = classes.representatives
    steps = automaton.states.map { state in
      state.edges.flatMap { edge -> [(byteClass: Int, target: Int32)] in
        if edge.low == edge.high { return [(Int(classes.classOf[Int(edge.low)]), edge.target)] }
        // No class lies partly inside an edge.
        return representatives.indices.filter {
          edge.low <= representatives[$0] && representatives[$0] <= edge.high
        }.map { ($0, edge.target) }
      }
    }
    marks = [Int32](repeating: 0, count: automaton.states.count)
  }

  mutating func of(_ states: [Int32]) -> [Int32] {
    stamp += 1
    var result: [Int32] = []
    var open = states
    while let index = open.popLast() {
      guard marks[Int(index)] != stamp else { continue }
      marks[Int(index)] = stamp
      // States that only lead on are not told apart.
      if index == accept || !steps[Int(index)].isEmpty { result.append(index) }
      open += automaton.states[Int(index)].epsilons
    }
    return result.sorted()
  }

  /// Where each class of byte leads from a closed set, not closed yet.
  func targets(of set: [Int32]) -> [[Int32]] {
    var targets = [[Int32]](repeating: [], count: classCount)
    for index in set {
      for step in steps[Int(index)] where targets[step.byteClass].last != step.target {
        targets[step.byteClass].append(step.target)
      }
    }
    return targets
  }
}
