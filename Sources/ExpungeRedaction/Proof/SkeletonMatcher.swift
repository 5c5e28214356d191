/// Reads a text once, character by character, and reports every occurrence of the hunted patterns.
///
/// Keeps a window of the last units only: constant memory.
struct SkeletonMatcher {
  /// What is shared by all texts.
  struct Book: Sendable {
    let patterns: [HuntedPattern]
    let automaton: PatternAutomaton
    let words: OrdinaryWords
    fileprivate let window: Int

    init(_ patterns: [HuntedPattern], words: OrdinaryWords) {
      self.patterns = patterns
      self.words = words
      automaton = PatternAutomaton(patterns.map(\.symbols))
      window = (patterns.map(\.symbols.count).max() ?? 0) + OccurrenceContext.lead
    }
  }

  private let book: Book
  /// The last units; trimmed to the window when it has grown to twice that.
  private var units: [SkeletonUnit] = []
  private var gap = Gap.edge
  private var state: Int32 = 0
  private var isPending = false
  /// Would-be survivors, in the order of their ends; at most `limit`.
  private(set) var survivors: [Occurrence] = []
  /// Would-be survivors beyond the limit.
  private(set) var uncounted = 0
  private(set) var kept: [Occurrence.Kept: Int] = [:]

  /// So many are far too many: the copy has failed.
  static let limit = 200_000

  init(_ book: Book) { self.book = book }

  /// Feeds the next character. Amortised constant time but for what it reports.
  mutating func feed(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
    let shape = ScalarShape.of(scalar)
    guard shape.isUnit else {
      gap.formUnion(shape.gap)
      return
    }
    for index in 0..<shape.count {
      let unit = SkeletonUnit(
        symbol: shape.symbol(index), isUpper: shape.isUpper, isLower: shape.isLower,
        begins: index == 0, gap: index == 0 ? gap : [], start: start, end: end)
      if isPending { decide(next: unit) }
      if units.count >= 2 * book.window { units.removeFirst(units.count - book.window) }
      units.append(unit)
      state = book.automaton.state(after: state, unit.symbol)
      isPending = state != 0 && book.automaton.ends(state)
    }
    gap = []
  }

  /// Ends the text: the last word may be whole now.
  mutating func finish() {
    if isPending { decide(next: nil) }
    isPending = false
  }

  private mutating func decide(next: SkeletonUnit?) {
    var found: [Occurrence] = []
    book.automaton.forEachEnding(in: state) { index in
      let pattern = book.patterns[index]
      let start = units.count - pattern.symbols.count
      let context = OccurrenceContext(
        pattern: pattern, units: units[start...],
        before: units[max(0, start - OccurrenceContext.lead)..<start], next: next,
        words: book.words)
      guard let verdict = context.verdict else { return }
      found.append(
        Occurrence(
          pattern: index, start: units[start].start, end: units[units.count - 1].end,
          verdict: verdict))
    }
    for occurrence in found {
      switch occurrence.verdict {
      case .kept(let reason): kept[reason, default: 0] += 1
      case .survivor where survivors.count < Self.limit: survivors.append(occurrence)
      case .survivor: uncounted += 1
      }
    }
  }
}
