/// The first bytes of many patterns' matches as one deterministic automaton.
///
/// Made of the patterns' own machines and grown where ordinary text would go, up to a number of
/// states: where it is not grown, it says that all patterns still alive are possible. What it says
/// is therefore always a superset, and its cost for a place in the text does not grow with the
/// number of patterns.
struct PrefixAutomaton: Equatable, Sendable {
  /// Bytes looked at, at most.
  static let depth = 8

  /// Class of each byte.
  var classOf: [UInt8] = []
  /// A row has 1 << shift entries.
  var shift: UInt8 = 0
  /// Bytes that can be looked at without asking whether there is more to see.
  static let eagerDepth = 4
  /// From these on states are ends: all that can be said is said.
  var innerCount = 0
  /// States below have a row; that of an end leads back to itself, and every state that fewer than
  /// `eagerDepth` bytes lead to has one.
  var rowCount = 0
  /// Next state, at state << shift | class. State 0 is dead.
  var rows: [UInt16] = []
  /// Which of `alive` each state stands for.
  var payloads: [UInt16] = []
  /// First state, by what stands before.
  var starts: [UInt16] = []
  /// Members of each payload, ascending; the first is empty.
  var alive: [[UInt16]] = []

  init() {}

  /// - Parameters:
  ///   - machines: one for each member.
  ///   - budget: states that get a row.
  init(machines: [PrefixMachine], classes: ByteClasses, budget: Int) {
    let (groups, groupOf) = Self.grouped(machines)
    var growth = Growth(groups: groups, classes: classes, budget: budget)
    let before = StartRelation.Before.allCases
    let roots = before.map { kind in
      growth.add(
        groups.indices.compactMap { index in
          let state = groups[index].starts[kind.rawValue]
          return state == PrefixMachine.dead ? nil : UInt32(index) << 16 | UInt32(state)
        }, weight: ByteFrequency.before[kind.rawValue])
    }
    growth.grow()
    self.init(growth, roots: roots, groupOf: groupOf)
  }

  /// Machines that are equal, once; and for each of them its members.
  private static func grouped(_ machines: [PrefixMachine]) -> ([PrefixMachine], [[UInt16]]) {
    var groups: [PrefixMachine] = []
    var members: [[UInt16]] = []
    var known: [PrefixMachine: Int] = [:]
    for (index, machine) in machines.enumerated() {
      if let group = known[machine] {
        members[group].append(UInt16(index))
      } else {
        known[machine] = groups.count
        groups.append(machine)
        members.append([UInt16(index)])
      }
    }
    return (groups, members)
  }

  /// Numbers the states so that those with a row come first.
  private init(_ growth: Growth, roots: [Int], groupOf: [[UInt16]]) {
    let count = growth.nodes.count
    var number = [UInt16](repeating: 0, count: count)
    let isEarly = Self.reached(from: roots, by: Self.eagerDepth - 1, growth)
    var order = [0]
    for node in 1..<count where growth.rows[node] != nil { order.append(node) }
    innerCount = order.count
    for node in 1..<count where growth.rows[node] == nil && isEarly[node] { order.append(node) }
    rowCount = order.count
    for node in 1..<count where growth.rows[node] == nil && !isEarly[node] { order.append(node) }
    for (new, old) in order.enumerated() { number[old] = UInt16(new) }

    classOf = growth.classes.classOf
    shift = 0
    while 1 << Int(shift) < growth.classes.count { shift += 1 }
    rows = [UInt16](repeating: 0, count: rowCount << Int(shift))
    for new in 1..<rowCount {
      guard let row = growth.rows[order[new]] else {
        for index in 0..<(1 << Int(shift)) { rows[new << Int(shift) | index] = UInt16(new) }
        continue
      }
      for (index, target) in row.enumerated() {
        rows[new << Int(shift) | index] = number[Int(target)]
      }
    }
    starts = roots.map { number[$0] }

    alive = [[]]
    var known: [[UInt16]: UInt16] = [[]: 0]
    payloads = order.map { node in
      let members = growth.nodes[node].flatMap { groupOf[Int($0 >> 16)] }.sorted()
      var unique: [UInt16] = []
      for member in members where unique.last != member { unique.append(member) }
      if let payload = known[unique] { return payload }
      let payload = UInt16(alive.count)
      known[unique] = payload
      alive.append(unique)
      return payload
    }
  }

  /// Which nodes so many bytes may lead to.
  private static func reached(from roots: [Int], by steps: Int, _ growth: Growth) -> [Bool] {
    var isReached = [Bool](repeating: false, count: growth.nodes.count)
    var level = roots
    for step in 0...steps {
      level = level.filter { !isReached[$0] }
      var following: Set<Int> = []
      for node in level {
        isReached[node] = true
        if step < steps { following.formUnion((growth.rows[node] ?? []).map(Int.init)) }
      }
      level = following.sorted()
    }
    return isReached
  }

  /// The members that may match at the start of `bytes`, in the order of the machines.
  func members(at bytes: ArraySlice<UInt8>, after before: StartRelation.Before) -> [UInt16] {
    var state = Int(starts[before.rawValue])
    for byte in bytes.prefix(Self.depth) where state < innerCount {
      state = Int(rows[state << Int(shift) | Int(classOf[Int(byte)])])
    }
    return alive[Int(payloads[state])]
  }
}

/// Growing the product of machines, the states that text reaches most first.
private struct Growth {
  let groups: [PrefixMachine]
  let classes: ByteClasses
  let budget: Int
  /// Group and state of every machine alive, ascending; the first node is dead.
  var nodes: [[UInt32]] = [[]]
  var rows: [[UInt16]?] = [nil]
  private var numbers: [[UInt32]: Int] = [[]: 0]
  private var weights: [Double] = [0]
  /// Bytes that lead to each node, by the way on which it was first found.
  private var depths: [Int] = [0]
  /// Nodes to grow: a heap, the heaviest first.
  private var waiting: [Int] = []

  init(groups: [PrefixMachine], classes: ByteClasses, budget: Int) {
    self.groups = groups
    self.classes = classes
    self.budget = budget
  }

  mutating func add(_ node: [UInt32], weight: Double, depth: Int = 0) -> Int {
    if let known = numbers[node] { return known }
    // State numbers have sixteen bits; a full table ends in a state that keeps all alive.
    let new = nodes.count
    numbers[node] = new
    nodes.append(node)
    rows.append(nil)
    weights.append(weight)
    depths.append(depth)
    if depth < PrefixAutomaton.depth, isWorthGrowing(new) { push(new) }
    return new
  }

  mutating func grow() {
    let frequency = ByteFrequency.of(classes)
    var grown = 1
    while grown < budget, nodes.count < 60_000, let node = pop() {
      expand(node, frequency)
      grown += 1
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    weights[a] != weights[b] ? weights[a] > weights[b] : a < b
  }

  private mutating func push(_ node: Int) {
    waiting.append(node)
    var child = waiting.count - 1
    while child > 0, isBefore(waiting[child], waiting[(child - 1) / 2]) {
      waiting.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Int? {
    guard let first = waiting.first, let last = waiting.popLast() else { return nil }
    guard !waiting.isEmpty else { return first }
    waiting[0] = last
    var parent = 0
    while 2 * parent + 1 < waiting.count {
      var child = 2 * parent + 1
      if child + 1 < waiting.count, isBefore(waiting[child + 1], waiting[child]) { child += 1 }
      guard isBefore(waiting[child], waiting[parent]) else { break }
      waiting.swapAt(child, parent)
      parent = child
    }
    return first
  }

  /// Not when every machine alive is past caring.
  private func isWorthGrowing(_ node: Int) -> Bool {
    node != 0 && nodes[node].contains { UInt16(truncatingIfNeeded: $0) != PrefixMachine.open }
  }

  private mutating func expand(_ node: Int, _ frequency: [Double]) {
    let alive = nodes[node]
    let weight = weights[node]
    var row = [UInt16](repeating: 0, count: classes.count)
    var target: [UInt32] = []
    for index in 0..<classes.count {
      target.removeAll(keepingCapacity: true)
      for member in alive {
        let group = Int(member >> 16)
        let state = Int(member & 0xFFFF)
        let next = groups[group].rows[state * classes.count + index]
        if next != PrefixMachine.dead { target.append(member & 0xFFFF_0000 | UInt32(next)) }
      }
      row[index] = UInt16(
        add(target, weight: weight * frequency[index], depth: depths[node] + 1))
    }
    rows[node] = row
  }
}

/// How often bytes occur in English prose, roughly: it decides only where the automaton is grown.
private enum ByteFrequency {
  /// Shares of the kinds of byte before a candidate.
  static let before: [Double] = [0.05, 0.02, 0.02, 0.02, 1]

  static func of(_ classes: ByteClasses) -> [Double] {
    var result = [Double](repeating: 0, count: classes.count)
    for byte in UInt8.min...UInt8.max { result[Int(classes.classOf[Int(byte)])] += share(of: byte) }
    return result
  }

  private static let letters: [Double] = [
    82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2,
    20, 1,
  ]

  private static func share(of byte: UInt8) -> Double {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letters[Int(byte - 97)] * 0.8e-3
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters[Int(byte - 65)] * 0.05e-3 + 1e-4
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 2e-3
    case 0x20: 0.16
    case UInt8(ascii: ","), UInt8(ascii: "."), 0x0A: 8e-3
    case 0x80...: 1e-4
    default: 5e-4
    }
  }
}
