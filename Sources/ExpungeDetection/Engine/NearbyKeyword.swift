/// Keywords of which every match holds one within so many bytes of its start.
struct NearbyKeyword {
  var literals: [[UInt8]]
  /// The most bytes from the start of a match to the start of a keyword.
  var distance: Int

  /// - Parameter marked: a pattern with a keyword on every path; nil when one of them is too far
  ///   from the start, too common to tell anything, or may begin inside a word.
  init?(_ marked: PatternNode) {
    let automaton = ByteAutomaton(marked)
    guard let distance = Self.distance(in: marked), distance <= TriggerIndex.farthestKeyword,
      Self.standAtWordStarts(automaton)
    else { return nil }
    literals = Array(Set(automaton.keywords.joined())).sorted { $0.lexicographicallyPrecedes($1) }
    self.distance = distance
    guard literals.allSatisfy({ $0.count >= 3 }) else { return nil }
  }

  /// The most bytes before a keyword; nil without bound, or where no keyword is.
  private static func distance(in node: PatternNode) -> Int? {
    switch node {
    case .keyword:
      return 0
    case .sequence(let items):
      guard let last = items.lastIndex(where: { distance(in: $0) != nil }),
        let inner = distance(in: items[last]),
        let before = PatternNode.sequence(Array(items[..<last])).width.maximum
      else { return nil }
      return before + inner
    case .choice(let branches):
      let distances = branches.compactMap(distance)
      return distances.count == branches.count ? distances.max() : nil
    case .group(let item, _):
      return distance(in: item)
    default:
      return nil
    }
  }

  /// Whether what is taken before a keyword ends with a byte that no word holds.
  private static func standAtWordStarts(_ automaton: ByteAutomaton) -> Bool {
    struct Visit: Hashable {
      var state: Int32
      var isInWord: Bool
    }
    var seen: Set<Visit> = []
    // At the start of a match the keyword's own first byte is a candidate only at a word start, or
    // anywhere; only the first is safe.
    var open = [Visit(state: automaton.start, isInWord: false)]
    while let visit = open.popLast() {
      guard seen.insert(visit).inserted else { continue }
      let state = automaton.states[Int(visit.state)]
      if state.keyword != nil {
        guard !visit.isInWord else { return false }
        continue
      }
      for target in state.epsilons {
        open.append(Visit(state: target, isInWord: visit.isInWord))
      }
      for edge in state.edges {
        let bytes = ByteSet(edge.low...edge.high)
        if !bytes.isDisjoint(with: .alphanumerics) {
          open.append(Visit(state: edge.target, isInWord: true))
        }
        if !bytes.isSubset(of: .alphanumerics) {
          open.append(Visit(state: edge.target, isInWord: false))
        }
      }
    }
    return true
  }
}
