import ArgumentParser
import BenchmarkSupport
import ExpungeDetection

/// What each rule costs by itself, the dearest first: for authors of packs.
@main
struct Costs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "costs",
    abstract: "Prints what each rule costs by itself, the dearest first.",
    discussion: """
      A rule that stands in no index is searched for in the whole text; every such rule slows every \
      scan. The figures are nanoseconds for each byte of text, the best of three runs.
      """)

  @Argument(help: "Folders or files of texts.")
  var texts: [String]

  @Flag(help: "Measure the sixty reference rules instead of the shipped ones.")
  var reference = false

  @Option(help: "How many bytes of the texts to use.")
  var bytes = 2_000_000

  @Option(help: "Derive the index anew with so many states: what another size would save.")
  var states: Int?

  @Option(help: "A text to grow the index along.")
  var sample: String?

  @Option(help: "How many rules to print.")
  var top = 40

  mutating func run() throws {
    let library = try reference ? Rules.reference() : Rules.shipped()
    let texts = try Texts.read(texts, limit: bytes)
    let all = try ruleSet(of: library)
    let whole = Set(all.index.wholeTextRules.map(Int.init))
    let size = texts.reduce(0) { $0 + $1.count }
    var costs: [(name: String, nanoseconds: Double, attempts: Double, hits: Int, whole: Bool)] = []
    for (number, rule) in library.rules.enumerated() where top > 0 {
      let cost = try measure(RuleSet(rules: [rule]), texts)
      costs.append(
        (
          rule.identifier, cost.seconds * 1e9 / Double(size),
          Double(cost.attempts) * 1024 / Double(size), cost.hits, whole.contains(number)
        ))
    }
    let together = try measure(all, texts)
    print(
      """
      \(library.rules.count) rules together: \(Figures.text(together.seconds * 1e9 / Double(size))) \
      ns/byte, \(Figures.text(Double(size) / together.seconds / 1e6)) MB/s, \
      \(Figures.text(Double(together.attempts) * 1024 / Double(size))) attempts/KB, \
      \(together.hits) hits; \(whole.count) rules stand in no index
      """)
    print("attempts/KB together:")
    for (rule, attempts) in together.each.enumerated().sorted(by: { $0.element > $1.element })
      .prefix(top)
    {
      print(
        Figures.column(Double(attempts) * 1024 / Double(size), 12), "",
        library.rules[rule].identifier)
    }
    print("ns/byte  attempts/KB     hits  rule")
    for cost in costs.sorted(by: { $0.nanoseconds > $1.nanoseconds }).prefix(top) {
      print(
        Figures.column(cost.nanoseconds, 7), Figures.column(cost.attempts, 12),
        Figures.column(Double(cost.hits), 8, digits: 0), "", cost.name,
        cost.whole ? "(whole text)" : "")
    }
  }

  private func ruleSet(of library: PatternLibrary) throws -> RuleSet {
    guard let states else { return try RuleSet(library: library) }
    var size = RuleIndex.Size()
    size.prefixStates = states
    if let sample { size.sample = try Texts.read([sample], limit: .max).flatMap { $0 } }
    return try RuleSet(
      rules: library.rules, index: RuleIndex(rules: library.rules, size: size))
  }

  private func measure(
    _ rules: RuleSet, _ texts: [[UInt8]]
  ) throws -> (seconds: Double, attempts: Int, each: [Int], hits: Int) {
    var scanner = Scanner(rules: rules)
    var best = Double.infinity
    var each: [Int] = []
    var hits: [Hit] = []
    for _ in 0..<3 {
      let before = scanner.attempts
      hits.removeAll(keepingCapacity: true)
      best = min(
        best,
        try Stopwatch.seconds {
          for text in texts { try scanner.scan(text, blocks: [], into: &hits) }
        }
      )
      each = zip(scanner.attempts, before).map { $0 - $1 }
    }
    return (best, each.reduce(0, +), each, hits.count)
  }
}
