/// The first bytes of one pattern's matches as a deterministic automaton over byte classes.
struct PrefixMachine: Hashable {
  /// No match begins so.
  static let dead: UInt16 = 0
  /// Whatever follows, a match is possible.
  static let open: UInt16 = 1

  /// Next state, at state * classes + class.
  private(set) var rows: [UInt16]
  /// The first state, by what stands before.
  private(set) var starts: [UInt16]

  /// - Parameters:
  ///   - depth: bytes looked at; 8 at most.
  ///   - relation: what must stand before; nil where nothing is asked.
  init(
    _ automaton: ByteAutomaton, relation: StartRelation?, classes: ByteClasses, depth: Int
  ) {
    let count = classes.count
    let representatives = classes.representatives
    rows = [UInt16](repeating: Self.dead, count: count)
    rows += [UInt16](repeating: Self.open, count: count)
    starts = []

    var closure = Closure(automaton)
    var numbers: [[Int32]: UInt16] = [:]
    var sets: [[Int32]] = [[], []]

    func number(_ set: [Int32], _ rows: inout [UInt16]) -> UInt16 {
      if set.isEmpty { return Self.dead }
      if set.contains(automaton.accept) { return Self.open }
      if let known = numbers[set] { return known }
      // A pattern with more states than can be numbered is tried wherever it gets so far.
      guard sets.count < Int(UInt16.max) else { return Self.open }
      let new = UInt16(sets.count)
      numbers[set] = new
      sets.append(set)
      rows += [UInt16](repeating: Self.dead, count: count)
      return new
    }

    let first = closure.of([automaton.start])
    var level: [UInt16] = []
    let begin = number(first, &rows)
    // Start states differ only in the bytes that what stands before allows.
    for before in StartRelation.Before.allCases {
      guard let relation, begin > Self.open else {
        starts.append(begin)
        continue
      }
      let allowed = relation.firstBytes(after: before)
      let state = UInt16(sets.count)
      sets.append([])
      rows += [UInt16](repeating: Self.dead, count: count)
      let targets = closure.targets(of: first, classes, representatives)
      for (index, set) in targets.enumerated() where allowed[representatives[index]] {
        let next = number(set, &rows)
        rows[Int(state) * count + index] = next
      }
      starts.append(state)
    }
    if relation == nil, begin > Self.open { level = [begin] }
    if relation != nil {
      level = (2..<sets.count).map { UInt16($0) }.filter { !sets[Int($0)].isEmpty && $0 != begin }
    }
    var done = Set(level)
    var remaining = depth - (relation == nil ? 0 : 1)
    while !level.isEmpty {
      var following: [UInt16] = []
      for state in level {
        let targets = closure.targets(of: sets[Int(state)], classes, representatives)
        for (index, set) in targets.enumerated() where !set.isEmpty {
          // Beyond the depth any byte that the pattern could take will do.
          let next = remaining <= 1 ? Self.open : number(set, &rows)
          rows[Int(state) * count + index] = next
          if next > Self.open, done.insert(next).inserted { following.append(next) }
        }
      }
      level = following
      remaining -= 1
    }
  }

  /// Sets of automaton states, closed over what takes no byte.
  private struct Closure {
    let automaton: ByteAutomaton
    private var marks: [Int32]
    private var stamp: Int32 = 0

    init(_ automaton: ByteAutomaton) {
      self.automaton = automaton
      marks = [Int32](repeating: 0, count: automaton.states.count)
    }

    mutating func of(_ states: [Int32]) -> [Int32] {
      stamp += 1
      var result: [Int32] = []
      var open = states
      while let index = open.popLast() {
        guard marks[Int(index)] != stamp else { continue }
        marks[Int(index)] = stamp
        let epsilons = automaton.states[Int(index)].epsilons
        // States that only lead on are not told apart.
        if index == automaton.accept || !automaton.states[Int(index)].edges.isEmpty {
          result.append(index)
        }
        open += epsilons
      }
      return result.sorted()
    }

    /// Where each class of byte leads from a closed set.
    mutating func targets(
      of set: [Int32], _ classes: ByteClasses, _ representatives: [UInt8]
    ) -> [[Int32]] {
      var targets = [[Int32]](repeating: [], count: classes.count)
      for index in set {
        for edge in automaton.states[Int(index)].edges {
          if edge.low == edge.high {
            targets[Int(classes.classOf[Int(edge.low)])].append(edge.target)
            continue
          }
          // No class lies partly inside an edge.
          for (number, byte) in representatives.enumerated()
          where edge.low <= byte && byte <= edge.high && targets[number].last != edge.target {
            targets[number].append(edge.target)
          }
        }
      }
      return targets.map { $0.isEmpty ? [] : of($0) }
    }
  }
}
