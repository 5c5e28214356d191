import ExpungeDetection
import ExpungeText

/// The guards' hits of one window: block by block, where they are asked for.
///
/// A guard speaks about what it touches and stays in its block; most blocks have nothing to speak about.
struct GuardBook {
  private let rules: [Rule]
  let window: TextWindow
  /// The window's blocks, or the whole window where it has none.
  private let cells: [ByteRange]
  private var isCovered: [Bool]
  private var index: GuardIndex
  /// Guards that may cross blocks: they came with the rules' hits.
  private(set) var crossing: [PackedGuard] = []

  /// - Parameter hits: the window's, those of guards that may cross blocks among them.
  init(_ window: TextWindow, rules: [Rule], facts: DocumentFacts, hits: [Hit]) {
    self.rules = rules
    self.window = window
    let blocks = facts.blocks(window.blocks, of: window.part)
    cells = blocks.isEmpty ? [window.range] : blocks
    isCovered = Array(repeating: false, count: cells.count)
    let entries = Self.entries(hits, rules)
    index = GuardIndex(entries)
    crossing = entries.map { PackedGuard(rule: Int32($0.rule), range: PackedRange($0.range)) }
  }

  /// - Parameter crossing: guards of the window that may cross blocks.
  init(_ window: TextWindow, rules: [Rule], facts: DocumentFacts, crossing: [PackedGuard]) {
    self.init(window, rules: rules, facts: facts, hits: [])
    self.crossing = crossing
    index = GuardIndex(
      crossing.compactMap { Self.entry(Int($0.rule), $0.range.range, rules) })
  }

  /// Looks for guards in the blocks that hold a byte of some ranges, where that was not done yet.
  ///
  /// - Parameter ranges: bytes of the reading, inside the window, in any order.
  mutating func cover(
    _ ranges: some Sequence<ByteRange>, in facts: DocumentFacts, with scanner: inout Scanner
  ) throws(ScanFailure) {
    var added: [Int] = []
    for range in ranges {
      var cell = cells.partitioningIndex { $0.end > range.start }
      while cell < cells.count, cells[cell].start < range.end {
        if !isCovered[cell] {
          isCovered[cell] = true
          added.append(cell)
        }
        cell += 1
      }
    }
    guard !added.isEmpty else { return }
    added.sort()
    var joined: [ByteRange] = []
    for (place, cell) in added.enumerated() {
      if place > 0, added[place - 1] == cell - 1, let last = joined.last {
        joined[joined.count - 1] = ByteRange(last.start, cells[cell].end)
      } else {
        joined.append(cells[cell])
      }
    }
    var hits: [Hit] = []
    try scanner.scanGuards(
      facts.text(of: window.part), blocks: window.blocks.isEmpty ? [] : cells, within: joined,
      into: &hits)
    index = GuardIndex(index.entries + Self.entries(hits, rules))
  }

  /// Looks for guards in all blocks of the window.
  mutating func coverAll(
    in facts: DocumentFacts, with scanner: inout Scanner
  ) throws(ScanFailure) {
    try cover(cells, in: facts, with: &scanner)
  }

  /// Every guard that was found so far, by place.
  var entries: [GuardIndex.Entry] { index.entries }

  /// The guards that touch a range, in order; complete where its blocks were covered.
  func touching(_ range: ByteRange) -> [GuardIndex.Entry] { index.touching(range) }

  func identity(of entry: GuardIndex.Entry) -> RuleIdentity { RuleIdentity(rules[entry.rule]) }

  /// The guards of a verdict that only lower confidence, with the points they take.
  func doubts(_ verdict: GuardVerdict) -> [(rule: Rule, points: Int)] {
    verdict.doubts.map { (rules[$0.rule], $0.guarding.lowersBy) }
  }

  /// Whether a guard that vetoes explains a word, other than a pseudonym.
  func explains(_ range: ByteRange) -> Bool {
    index.touching(range).contains {
      $0.guarding.lowersTo == nil && $0.guarding.kind != "pseudonym" && $0.range.contains(range)
    }
  }

  /// Every guard's hit that was found, in the order of the text.
  func heard(in facts: DocumentFacts) -> [HeardGuard] {
    index.entries.map { entry in
      HeardGuard(
        rule: rules[entry.rule].identifier, title: rules[entry.rule].title,
        guarding: entry.guarding, location: facts.location(of: entry.range, in: window.part))
    }
  }

  /// Stretches that a guard explains so that no name is found there; a removed name may stay inside, as
  /// in a council's.
  func explained(in facts: DocumentFacts) -> [Judgement.Explained] {
    index.entries.lazy.filter {
      $0.guarding.lowersTo == nil
        && ($0.guarding.claims.isEmpty || $0.guarding.claims.contains(.person))
    }.map {
      Judgement.Explained(
        range: facts.readings[window.part].original(of: $0.range),
        guardIdentifier: rules[$0.rule].identifier)
    }.sorted { $0.range < $1.range }
  }

  private static func entries(_ hits: [Hit], _ rules: [Rule]) -> [GuardIndex.Entry] {
    hits.compactMap { entry(Int($0.rule), $0.range, rules) }
  }

  private static func entry(
    _ rule: Int, _ range: ByteRange, _ rules: [Rule]
  ) -> GuardIndex.Entry? {
    guard case .guarding(let guarding) = rules[rule].role else { return nil }
    return GuardIndex.Entry(rule: rule, guarding: guarding, range: range)
  }
}
