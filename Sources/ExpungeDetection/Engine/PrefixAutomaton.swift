/// The beginnings of many patterns' matches as one deterministic automaton.
///
/// Made of the patterns' own machines and grown where ordinary text would go, up to a number of
/// states. A walk through it tells which patterns may match at a place: those that it gives out on
/// its way, and those that are still alive where it ends. Both together are always a superset, and
/// the cost for a place in the text does not grow with the number of patterns.
struct PrefixAutomaton: Equatable, Sendable {
  /// Bytes looked at, at most.
  static let reach = 48
  /// Bytes that can be looked at without asking whether there is more to see.
  static let eagerDepth = 4

  /// Of nearly every automaton: 128 classes of bytes.
  static let usualShift = 7

  /// Class of each byte.
  var classOf: [UInt8] = []
  /// A row has 1 << shift entries.
  var shift: UInt8 = 0
  /// From these on states give out patterns; below them they lead on and no more.
  var plainCount = 0
  /// From these on states are ends: all that can be said is said.
  var innerCount = 0
  /// States below have a row; that of an end leads back to itself, and every state that fewer than
  /// `eagerDepth` bytes lead to has one.
  var rowCount = 0
  /// Next state, at state << shift | class. State 0 is dead.
  var rows = Table<UInt16>()
  /// Which of `alive` holds for a walk that ends in each state.
  var payloads = Table<UInt16>()
  /// Which of `alive` the states from `plainCount` to `innerCount` give out when they are entered.
  var emissions = Table<UInt16>()
  /// First state, by what stands before.
  var starts: [UInt16] = []
  /// Members of each payload, ascending; the first is empty.
  var alive: [[UInt16]] = []

  init() {}

  /// - Parameters:
  ///   - machines: one for each member.
  ///   - budget: states that get a row.
  ///   - emits: whether members are given out on the way; otherwise a walk's end tells of all.
  ///   - sample: text that the automaton is grown along, before it is grown where text may go.
  init(
    machines: [PrefixMachine], classes: ByteClasses, budget: Int, emits: Bool, sample: [UInt8]
  ) {
    var growth = PrefixGrowth(machines: machines, classes: classes, budget: budget, emits: emits)
    let roots = growth.addRoots()
    growth.follow(sample, from: roots)
    growth.grow()
    self.init(growth, roots: roots)
  }

  /// Classes of bytes.
  var classCount: Int { (classOf.max().map(Int.init) ?? 0) + 1 }

  /// Numbers the states so that those with a row come first.
  private init(_ growth: PrefixGrowth, roots: [Int]) {
    let nodes = growth.nodes
    let isEarly = Self.reached(from: roots, by: Self.eagerDepth - 1, growth)
    let grown = nodes.indices.dropFirst().filter { growth.rows[$0] != nil }
    let ends = nodes.indices.dropFirst().filter { growth.rows[$0] == nil }
    var order = [0] + grown.filter { nodes[$0].outputs.isEmpty }
    plainCount = order.count
    order += grown.filter { !nodes[$0].outputs.isEmpty }
    innerCount = order.count
    order += ends.filter { isEarly[$0] }
    rowCount = order.count
    order += ends.filter { !isEarly[$0] }
    var number = [UInt16](repeating: 0, count: nodes.count)
    for (new, old) in order.enumerated() { number[old] = UInt16(new) }

    classOf = growth.classes.classOf
    shift = UInt8(Self.usualShift)
    while 1 << Int(shift) < growth.classes.count { shift += 1 }
    let shift = Int(shift)
    rows = Table(count: rowCount << shift) { memory in
      for new in 1..<rowCount {
        let row = growth.rows[order[new]]
        for index in 0..<growth.classes.count {
          memory[new << shift | index] = row.map { number[Int($0[index])] } ?? UInt16(new)
        }
      }
    }
    starts = roots.map { number[$0] }
    nameMembers(order.map { nodes[$0] })
  }

  private mutating func nameMembers(_ nodes: [PrefixGrowth.Node]) {
    alive = [[]]
    var known: [[UInt16]: UInt16] = [[]: 0]
    var payloads: [UInt16] = []
    var emissions: [UInt16] = []
    func payload(_ members: [UInt16], _ alive: inout [[UInt16]]) -> UInt16 {
      if let payload = known[members] { return payload }
      let payload = UInt16(alive.count)
      known[members] = payload
      alive.append(members)
      return payload
    }
    for (state, node) in nodes.enumerated() {
      let members = node.members.map { UInt16($0 >> 16) }
      if state < innerCount {
        payloads.append(payload(members, &alive))
        if state >= plainCount { emissions.append(payload(node.outputs, &alive)) }
      } else {
        payloads.append(payload((members + node.outputs).sorted(), &alive))
      }
    }
    self.payloads = Table(payloads)
    self.emissions = Table(emissions)
  }

  /// Which nodes so many bytes may lead to.
  private static func reached(
    from roots: [Int], by steps: Int, _ growth: PrefixGrowth
  ) -> [Bool] {
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
}
