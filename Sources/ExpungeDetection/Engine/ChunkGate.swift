/// A byte that every match must hold, with nothing before it but bytes of a certain set: the "@" of
/// an e-mail address.
///
/// Where the needed byte stands, the scanner goes back over such bytes, which are the places where a
/// match that holds it can begin. No two needed bytes share a place, since the set excludes them.
struct ChunkGate: Hashable, Sendable {
  var before: ByteSet
  var needed: UInt8
  /// Bytes of the widest match: none begins farther before the needed byte.
  var width: Int

  /// The gate of a pattern whose matches begin with many different bytes; nil when it has none.
  init?(_ automaton: ByteAutomaton, width: Int) {
    for needed in "@\\_=#|&/:+.-".utf8 {
      guard let before = Self.bytes(before: needed, automaton), !before[needed] else { continue }
      // Where words may stand before it, only a rare byte saves anything.
      guard !before[0x20] || "@\\_=#|".utf8.contains(needed) else { continue }
      self.init(before: before, needed: needed, width: width)
      return
    }
    return nil
  }

  init(before: ByteSet, needed: UInt8, width: Int) {
    self.before = before
    self.needed = needed
    self.width = width
  }

  /// Bytes that may be taken before the first `needed`; nil when a match can do without it.
  private static func bytes(before needed: UInt8, _ automaton: ByteAutomaton) -> ByteSet? {
    var bytes = ByteSet()
    var seen = [Bool](repeating: false, count: automaton.states.count)
    var open = [automaton.start]
    while let index = open.popLast() {
      guard index != automaton.accept else { return nil }
      if seen[Int(index)] { continue }
      seen[Int(index)] = true
      let state = automaton.states[Int(index)]
      open += state.epsilons
      for edge in state.edges where edge.low != needed || edge.high != needed {
        for byte in edge.low...edge.high { bytes.insert(byte) }
        open.append(edge.target)
      }
    }
    return bytes
  }
}

/// A rule that is tried backwards: behind a chunk gate, or behind a keyword that lies near by.
///
/// The keyword waits for rules that may begin with nearly any word: such a rule would be tried at
/// every word, and each of them would have to be looked for near by.
struct ChunkRule: Hashable, Sendable {
  var rule: UInt16
  var gate: ChunkGate
  /// Whether a keyword, not the gate's byte, calls for it; before the keyword any byte may stand.
  var awaitsKeyword: Bool
  /// Where a match may begin, as `StartRelation` says.
  var atWordStart: ByteSet
  var atDigitStart: ByteSet
  var anywhere: ByteSet
}
