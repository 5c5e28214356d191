/// Which byte may stand before a match, for each byte with which it may begin.
struct StartRelation {
  /// What stands before a place, as coarsely as the prefix automaton tells it apart.
  enum Before: Int, CaseIterable {
    /// The text's start or a line feed.
    case start, letter, digit, beyondASCII, other

    static func of(_ previous: UInt8) -> Before {
      if previous == 0x0A { return .start }
      if previous >= 0x80 { return .beyondASCII }
      if ByteSet.digits[previous] { return .digit }
      return ByteSet.alphanumerics[previous] ? .letter : .other
    }

    /// The bytes it stands for, beside the text's start.
    var bytes: ByteSet { Self.all[rawValue] }

    private static let all: [ByteSet] = allCases.map { before in
      ByteSet((UInt8.min...UInt8.max).filter { of($0) == before })
    }
  }

  /// Bytes that may stand before each first byte, and those first bytes that may stand at the start.
  private(set) var previous = [ByteSet](repeating: ByteSet(), count: 256)
  private(set) var atStart = ByteSet()
  /// Whether the pattern may match nothing at all.
  private(set) var mayBeEmpty = false

  init(_ automaton: ByteAutomaton) {
    struct Visit: Hashable {
      var state: Int32
      var previous: ByteSet
      var start: Bool
      /// 0: nothing asked, 1: a word boundary, 2: none.
      var boundary: UInt8
    }
    var seen: Set<Visit> = []
    var open = [Visit(state: automaton.start, previous: .all, start: true, boundary: 0)]
    while var visit = open.popLast() {
      guard seen.insert(visit).inserted else { continue }
      if visit.state == automaton.accept { mayBeEmpty = true }
      let state = automaton.states[Int(visit.state)]
      for edge in state.edges {
        for byte in edge.low...edge.high {
          var allowed = visit.previous
          var start = visit.start
          if visit.boundary != 0 {
            let wantsWord = ByteSet.word[byte] != (visit.boundary == 1)
            allowed =
              wantsWord ? allowed.intersection(.word) : allowed.subtracting(.word)
            start = start && !wantsWord
          }
          previous[Int(byte)].formUnion(allowed)
          if start { atStart.insert(byte) }
        }
      }
      var isPossible = true
      switch state.condition {
      case .previous(let bytes, let orStart):
        visit.previous = visit.previous.intersection(bytes)
        visit.start = visit.start && orStart
        isPossible = visit.start || !visit.previous.isEmpty
      case .wordBoundary(let wanted):
        let code: UInt8 = wanted ? 1 : 2
        isPossible = visit.boundary == 0 || visit.boundary == code
        visit.boundary = code
      case nil:
        break
      }
      guard isPossible else { continue }
      for target in state.epsilons {
        open.append(
          Visit(
            state: target, previous: visit.previous, start: visit.start, boundary: visit.boundary))
      }
    }
  }

  /// First bytes of matches after a kind of byte.
  func firstBytes(after before: Before) -> ByteSet {
    var set = ByteSet()
    for byte in UInt8.min...UInt8.max where allows(byte, after: before) { set.insert(byte) }
    return set
  }

  private func allows(_ byte: UInt8, after before: Before) -> Bool {
    if before == .start, atStart[byte] { return true }
    return !previous[Int(byte)].isDisjoint(with: before.bytes)
  }

  /// First bytes of matches, wherever they stand.
  var firstBytes: ByteSet {
    var set = atStart
    for byte in UInt8.min...UInt8.max where !previous[Int(byte)].isEmpty { set.insert(byte) }
    return set
  }

  /// First bytes that begin a match only where a run of ASCII letters and digits begins.
  var atWordStart: ByteSet {
    firstBytes.intersection(.alphanumerics).intersection(
      ByteSet((UInt8.min...UInt8.max).filter { previous[Int($0)].isDisjoint(with: .alphanumerics) })
    )
  }

  /// First bytes, not in `atWordStart`, that begin a match only where a run of digits begins.
  var atDigitStart: ByteSet {
    firstBytes.intersection(.digits).subtracting(atWordStart).intersection(
      ByteSet((UInt8.min...UInt8.max).filter { previous[Int($0)].isDisjoint(with: .digits) }))
  }

  /// First bytes that may begin a match anywhere.
  var anywhere: ByteSet { firstBytes.subtracting(atWordStart).subtracting(atDigitStart) }
}
