/// Growing one rule's machine: where the sample leads, then where text leads most.
struct PrefilterGrowth {
  /// States of the machine that are told apart, in the order in which they were grown.
  private(set) var order: [UInt16] = []
  /// Where each of them leads.
  private(set) var rows: [UInt16: [PrefixMachine.Edge]] = [:]

  private var machine: PrefixMachine
  private let classOf: [UInt8]
  private let budget: Int
  private let shares: [[Double]]
  private let classKinds: [TextModel.Kind]
  private var weights: [UInt16: Double] = [:]
  /// States to grow, with what stands before their next byte in the lower eight bits.
  private var waiting = WeightedQueue()

  init(_ machine: PrefixMachine, _ classes: ByteClasses, budget: Int) {
    self.machine = machine
    self.budget = budget
    classOf = classes.classOf
    shares = TextModel.shares(of: classes)
    classKinds = classes.representatives.map(TextModel.Kind.init)
    for before in StartRelation.Before.allCases {
      expand(
        machine.starts[before.rawValue], TextModel.share(of: before), TextModel.kind(of: before))
    }
  }

  /// Grows every state that a text comes through, as far as the budget goes.
  mutating func follow(_ sample: [UInt8]) {
    var previous = UInt8(ascii: "\n")
    for place in sample.indices {
      var state = machine.starts[StartRelation.Before.of(previous).rawValue]
      var before = previous
      previous = sample[place]
      for byte in sample[place...].prefix(Prefilter.reach) where state > PrefixMachine.open {
        guard order.count < budget else { return }
        expand(state, 0, TextModel.Kind(before))
        let byteClass = classOf[Int(byte)]
        state = rows[state]?.first { $0.byteClass == byteClass }?.target ?? PrefixMachine.dead
        before = byte
      }
    }
  }

  /// Grows what the text model says is reached most, as far as the budget goes.
  mutating func grow() {
    while order.count < budget, let (entry, weight) = waiting.pop() {
      let state = UInt16(entry >> 8)
      guard rows[state] == nil, weight == weights[state] else { continue }
      expand(state, weight, TextModel.Kind(rawValue: entry & 0xFF) ?? .other)
    }
  }

  /// - Parameter kind: what stands before the state's next byte.
  private mutating func expand(_ state: UInt16, _ weight: Double, _ kind: TextModel.Kind) {
    guard state > PrefixMachine.open, rows[state] == nil else { return }
    order.append(state)
    let edges = machine.edges(of: state)
    rows[state] = edges
    for edge in edges where edge.target > PrefixMachine.open && rows[edge.target] == nil {
      let index = Int(edge.byteClass)
      let total = (weights[edge.target] ?? 0) + weight * shares[kind.rawValue][index]
      weights[edge.target] = total
      waiting.push(Int(edge.target) << 8 | classKinds[index].rawValue, total)
    }
  }
}
