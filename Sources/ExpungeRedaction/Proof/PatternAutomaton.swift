/// Finds thousands of skeletons in one pass (Aho and Corasick, 1975).
///
/// Linear in the text whatever the patterns; memory is linear in the patterns.
struct PatternAutomaton: Sendable {
  private struct Edge {
    var symbol: UInt8
    var target: Int32
  }

  /// The first state's edges, one for each symbol: where nearly all of the text is spent.
  private let root: [Int32]
  /// Edges of state `s` are `edges[firstEdge[s]..<firstEdge[s + 1]]`, ascending by symbol.
  private let firstEdge: [Int32]
  private let symbols: [UInt8]
  private let targets: [Int32]
  private let failure: [Int32]
  /// Patterns that end in a state, and the next state on the way of failures that has some, or -1.
  private let endings: [[Int32]]
  private let shorter: [Int32]
  private let hasEnding: [Bool]

  /// - Parameter patterns: none empty; equal ones are all reported.
  init(_ patterns: [[UInt8]]) {
    var children: [[Edge]] = [[]]
    var endings: [[Int32]] = [[]]
    for (index, pattern) in patterns.enumerated() {
      var state = 0
      for symbol in pattern {
        if let edge = children[state].first(where: { $0.symbol == symbol }) {
          state = Int(edge.target)
        } else {
          children[state].append(Edge(symbol: symbol, target: Int32(children.count)))
          state = children.count
          children.append([])
          endings.append([])
        }
      }
      endings[state].append(Int32(index))
    }
    var root = [Int32](repeating: 0, count: ScalarShape.symbolCount)
    for edge in children[0] { root[Int(edge.symbol)] = edge.target }
    var failure = [Int32](repeating: 0, count: children.count)
    var shorter = [Int32](repeating: -1, count: children.count)
    var queue = children[0].map { Int($0.target) }
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      for edge in children[state] {
        var back = Int(failure[state])
        var target: Int32?
        while true {
          target =
            back == 0
            ? root[Int(edge.symbol)]
            : children[back].first(where: { $0.symbol == edge.symbol })?.target
          if target != nil || back == 0 { break }
          back = Int(failure[back])
        }
        let fallback = target ?? 0
        failure[Int(edge.target)] = fallback
        shorter[Int(edge.target)] =
          endings[Int(fallback)].isEmpty ? shorter[Int(fallback)] : fallback
        queue.append(Int(edge.target))
      }
    }
    var firstEdge: [Int32] = []
    var symbols: [UInt8] = []
    var targets: [Int32] = []
    for edges in children {
      firstEdge.append(Int32(symbols.count))
      for edge in edges.sorted(by: { $0.symbol < $1.symbol }) {
        symbols.append(edge.symbol)
        targets.append(edge.target)
      }
    }
    firstEdge.append(Int32(symbols.count))
    self.root = root
    self.firstEdge = firstEdge
    self.symbols = symbols
    self.targets = targets
    self.failure = failure
    self.endings = endings
    self.shorter = shorter
    hasEnding = endings.indices.map { !endings[$0].isEmpty || shorter[$0] >= 0 }
  }

  /// The state after one more symbol; the first is 0. Amortised constant time.
  func state(after state: Int32, _ symbol: UInt8) -> Int32 {
    var state = state
    while state != 0 {
      let end = Int(firstEdge[Int(state) + 1])
      var index = Int(firstEdge[Int(state)])
      while index < end, symbols[index] < symbol { index += 1 }
      if index < end, symbols[index] == symbol { return targets[index] }
      state = failure[Int(state)]
    }
    return root[Int(symbol)]
  }

  /// Whether any pattern ends in a state.
  func ends(_ state: Int32) -> Bool { hasEnding[Int(state)] }

  /// Calls `body` with each pattern that ends in a state, the longest first.
  func forEachEnding(in state: Int32, _ body: (Int) -> Void) {
    var state = state
    while state >= 0 {
      for pattern in endings[Int(state)] { body(Int(pattern)) }
      state = shorter[Int(state)]
    }
  }
}
