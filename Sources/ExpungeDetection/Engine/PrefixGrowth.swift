/// Growing the product of machines, the states that text reaches most first.
struct PrefixGrowth {
  struct Node: Hashable {
    /// Machine and state of every machine alive, ascending.
    var members: [UInt32] = []
    /// Machines that this node gives out, ascending: a match is possible whatever follows.
    var outputs: [UInt16] = []
    /// Bytes that lead to it, as far as that matters: the first ones are looked at in one go, and
    /// nothing can be given out between.
    var depth: UInt8 = 0
  }

  let classes: ByteClasses
  /// The first is dead.
  private(set) var nodes: [Node] = [Node()]
  private(set) var rows: [[UInt16]?] = [nil]

  private var machines: [PrefixMachine]
  private let budget: Int
  private let emits: Bool
  private let shares: [[Double]]
  private let classKinds: [TextModel.Kind]
  /// How many have a row, the dead one among them.
  private var grown = 1
  /// State numbers have sixteen bits; a full table ends in states that keep all alive.
  private static let mostNodes = 60_000
  private var numbers: [Node: Int] = [:]
  private var weights: [Double] = [0]
  /// What stands before each node's next byte, by the way on which it was first found.
  private var kinds: [TextModel.Kind] = [.other]
  /// Nodes to grow.
  private var waiting = WeightedQueue()

  init(machines: [PrefixMachine], classes: ByteClasses, budget: Int, emits: Bool) {
    self.machines = machines
    self.classes = classes
    self.budget = budget
    self.emits = emits
    shares = TextModel.shares(of: classes)
    classKinds = classes.representatives.map(TextModel.Kind.init)
  }

  /// The nodes at which walks begin, by what stands before.
  mutating func addRoots() -> [Int] {
    StartRelation.Before.allCases.map { before in
      var root = Node()
      for index in machines.indices {
        let state = machines[index].starts[before.rawValue]
        if state != PrefixMachine.dead { root.members.append(UInt32(index) << 16 | UInt32(state)) }
      }
      return add(root, weight: TextModel.share(of: before), kind: TextModel.kind(of: before))
    }
  }

  /// Grows every node that a text comes through, as far as the budget goes.
  mutating func follow(_ sample: [UInt8], from roots: [Int]) {
    var previous = UInt8(ascii: "\n")
    for place in sample.indices {
      defer { previous = sample[place] }
      // Attempts begin at words and between them.
      if ByteSet.alphanumerics[sample[place]], ByteSet.alphanumerics[previous] { continue }
      var node = roots[StartRelation.Before.of(previous).rawValue]
      for byte in sample[place...].prefix(PrefixAutomaton.reach) where node != 0 {
        if rows[node] == nil {
          guard grown < budget, nodes.count < Self.mostNodes, isWorthGrowing(node) else { break }
          expand(node)
        }
        node = rows[node].map { Int($0[Int(classes.classOf[Int(byte)])]) } ?? 0
      }
    }
  }

  /// Grows what the text model says is reached most, as far as the budget goes.
  mutating func grow() {
    while grown < budget, nodes.count < Self.mostNodes, let (node, weight) = waiting.pop() {
      // A node that became heavier waits once more.
      guard rows[node] == nil, weight == weights[node] else { continue }
      expand(node)
    }
  }

  private mutating func add(_ node: Node, weight: Double, kind: TextModel.Kind) -> Int {
    if node.members.isEmpty, node.outputs.isEmpty { return 0 }
    if let known = numbers[node] {
      if rows[known] == nil, isWorthGrowing(known) {
        weights[known] += weight
        waiting.push(known, weights[known])
      }
      return known
    }
    let new = nodes.count
    numbers[node] = new
    nodes.append(node)
    rows.append(nil)
    weights.append(weight)
    kinds.append(kind)
    if isWorthGrowing(new) { waiting.push(new, weight) }
    return new
  }

  /// Not when every machine alive is past caring.
  private func isWorthGrowing(_ node: Int) -> Bool {
    nodes[node].members.contains { UInt16(truncatingIfNeeded: $0) != PrefixMachine.open }
  }

  private mutating func expand(_ node: Int) {
    grown += 1
    let depth = emits ? min(nodes[node].depth + 1, UInt8(PrefixAutomaton.eagerDepth)) : 0
    let givesOut = Int(depth) == PrefixAutomaton.eagerDepth
    var targets = [Node](repeating: Node(depth: depth), count: classes.count)
    for member in nodes[node].members {
      let machine = Int(member >> 16)
      let state = UInt16(truncatingIfNeeded: member)
      guard state != PrefixMachine.open else {
        for index in targets.indices {
          if givesOut {
            targets[index].outputs.append(UInt16(machine))
          } else {
            targets[index].members.append(member)
          }
        }
        continue
      }
      for edge in machines[machine].edges(of: state) {
        let next = machines[machine].settled(edge.target)
        if next == PrefixMachine.open, givesOut {
          targets[Int(edge.byteClass)].outputs.append(UInt16(machine))
        } else if next != PrefixMachine.dead {
          targets[Int(edge.byteClass)].members.append(member & 0xFFFF_0000 | UInt32(next))
        }
      }
    }
    let weight = weights[node]
    let share = shares[kinds[node].rawValue]
    rows[node] = targets.enumerated().map { index, target in
      UInt16(add(target, weight: weight * share[index], kind: classKinds[index]))
    }
  }
}
