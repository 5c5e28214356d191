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

  @Option(help: "How many rules to print.")
  var top = 40

  mutating func run() throws {
    let library = try reference ? Rules.reference() : Rules.shipped()
    let texts = try Texts.read(texts, limit: bytes)
    let all = try RuleSet(library: library)
    let whole = Set(all.index.wholeTextRules.map(Int.init))
    let size = texts.reduce(0) { $0 + $1.count }
    var costs: [(name: String, nanoseconds: Double, attempts: Double, hits: Int, whole: Bool)] = []
    for (number, rule) in library.rules.enumerated() {
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
    print("ns/byte  attempts/KB     hits  rule")
    for cost in costs.sorted(by: { $0.nanoseconds > $1.nanoseconds }).prefix(top) {
      print(
        Figures.column(cost.nanoseconds, 7), Figures.column(cost.attempts, 12),
        Figures.column(Double(cost.hits), 8, digits: 0), "", cost.name,
        cost.whole ? "(whole text)" : "")
    }
  }

  private func measure(
    _ rules: RuleSet, _ texts: [[UInt8]]
  ) throws -> (seconds: Double, attempts: Int, hits: Int) {
    var scanner = Scanner(rules: rules)
    var best = Double.infinity
    var attempts = 0
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
      attempts = zip(scanner.attempts, before).reduce(0) { $0 + $1.0 - $1.1 }
    }
    return (best, attempts, hits.count)
  }
}
