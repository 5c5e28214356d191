/// One rule's own automaton as a table: whether a match of it may begin at a place, or what a match
/// holds from its keyword on.
///
/// The automaton that all rules share is grown only as far as its budget goes: where it ends, many
/// rules are still alive of which few match. Each of them is asked for by its own small automaton
/// before libpcre2 is, which takes hundreds of instructions to say no.
///
/// It accepts a superset of the matches, as `PrefixMachine` does.
struct Prefilter: Equatable, Sendable {
  /// Bytes looked at, at most: a match that is still possible after so many is left to libpcre2.
  static let reach = 96
  /// States told apart, so that with the first two they have numbers of eight bits; beyond them a match
  /// is taken to be possible.
  static let mostStates = 253

  /// No match begins so.
  static let dead: UInt8 = 0
  /// Whatever follows, a match is possible.
  static let open: UInt8 = 1

  /// Class of each byte.
  var classOf: [UInt8]
  /// The first state, by what stands before.
  var starts: [UInt8]
  /// For each state where its cells begin, in the lower sixteen bits, and above them the state to which
  /// all bytes lead that have no cell of their own.
  var states: [UInt32] = [0, 0]
  /// The rows of all states, one pushed into the gaps of the other: at a state's beginning plus a
  /// byte's class stand the state, in the lower eight bits, and the next state. A cell of another state
  /// is none.
  var cells: [UInt16] = []

  /// Nil when the table would tell nothing.
  ///
  /// - Parameters:
  ///   - relation: what must stand before; nil where nothing is asked.
  ///   - sample: text along which it is grown first.
  init?(_ automaton: ByteAutomaton, _ relation: StartRelation?, sample: [UInt8]) {
    var classes = ByteClasses()
    classes.refine(edgesOf: [automaton])
    for before in StartRelation.Before.allCases {
      guard let relation else { break }
      let first = relation.firstBytes(after: before)
      classes.refine { first[$0] }
    }
    let machine = PrefixMachine(automaton, relation: relation, classes: classes, depth: nil)
    guard !machine.starts.contains(PrefixMachine.open) else { return nil }
    var growth = PrefilterGrowth(machine, classes, budget: Self.mostStates)
    growth.follow(sample)
    growth.grow()

    classOf = classes.classOf
    var numbers = [PrefixMachine.dead: Self.dead, PrefixMachine.open: Self.open]
    for (number, state) in growth.order.enumerated() { numbers[state] = UInt8(number + 2) }
    starts = machine.starts.map { numbers[$0] ?? Self.open }
    var firstFree = 0
    for state in growth.order {
      var row = [UInt8](repeating: Self.dead, count: classes.count)
      for edge in growth.rows[state] ?? [] {
        row[Int(edge.byteClass)] = numbers[edge.target] ?? Self.open
      }
      guard append(row, &firstFree) else { return nil }
    }
  }

  /// Puts a row where its cells fit. Returns whether there was room.
  ///
  /// - Parameter firstFree: no cell before is free.
  private mutating func append(_ row: [UInt8], _ firstFree: inout Int) -> Bool {
    var frequency: [UInt8: Int] = [:]
    for target in row { frequency[target, default: 0] += 1 }
    let usual = frequency.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? Self.dead
    let own = row.indices.filter { row[$0] != usual }
    while firstFree < cells.count, cells[firstFree] != 0 { firstFree += 1 }
    var base = own.first.map { max(0, firstFree - $0) } ?? 0
    while own.contains(where: { base + $0 < cells.count && cells[base + $0] != 0 }) { base += 1 }
    guard base <= Int(UInt16.max) else { return false }
    if base + row.count > cells.count {
      cells += repeatElement(0, count: base + row.count - cells.count)
    }
    let state = UInt16(states.count)
    for index in own { cells[base + index] = state | UInt16(row[index]) << 8 }
    states.append(UInt32(base) | UInt32(usual) << 16)
    return true
  }
}
