import BenchmarkSupport
import ExpungeDetection

/// The engine against its definition: one JIT pass for each rule, on one core.
struct EngineMeasure {
  let setting: Setting
  /// How many bytes of the corpus to use: the passes take long.
  let bytes: Int

  func measure(_ library: PatternLibrary, _ what: String, target: Double?) throws -> [Measurement] {
    let texts = try Texts.read(setting.files(upTo: bytes).paths)
    let size = Double(texts.reduce(0) { $0 + $1.count })
    var scanner = Scanner(rules: try RuleSet(library: library))
    var reference = try OnePassPerRule(rules: library.rules)
    let compared = try compare(&scanner, &reference, texts)

    var quick: [Double] = []
    var slow: [Double] = []
    var hits: [Hit] = []
    let start = Stopwatch.now()
    repeat {
      quick.append(
        try Stopwatch.seconds {
          for text in texts {
            hits.removeAll(keepingCapacity: true)
            try scanner.scan(text, blocks: [], into: &hits)
          }
        })
      slow.append(
        try Stopwatch.seconds {
          for text in texts {
            hits.removeAll(keepingCapacity: true)
            try reference.scan(text, blocks: [], into: &hits)
          }
        })
    } while quick.count < setting.rounds && Stopwatch.now() - start < setting.patience
    let ratios = zip(slow, quick).map { $0 / $1 }
    let group = "engine, \(what)"
    return [
      Measurement(
        group: group, name: "speed over one pass per rule", value: Figures.median(ratios),
        unit: "times", target: target.map { .atLeast($0) },
        note: "\(quick.count) rounds on \(Figures.text(size / 1e6)) MB"),
      Measurement(
        group: group, name: "engine", value: size / 1e6 / Figures.median(quick), unit: "MB/s",
        note: "best \(Figures.text(size / 1e6 / (quick.min() ?? 1)))"),
      Measurement(
        group: group, name: "one pass per rule", value: size / 1e6 / Figures.median(slow),
        unit: "MB/s"),
      Measurement(
        group: group, name: "hits that differ", value: Double(compared.different), unit: "",
        target: .atMost(0), note: "of \(compared.hits)"),
    ]
  }

  private func compare(
    _ scanner: inout Scanner, _ reference: inout OnePassPerRule, _ texts: [[UInt8]]
  ) throws -> (hits: Int, different: Int) {
    var total = 0
    var different = 0
    for text in texts {
      var found: [Hit] = []
      var expected: [Hit] = []
      try scanner.scan(text, blocks: [], into: &found)
      try reference.scan(text, blocks: [], into: &expected)
      total += expected.count
      if found != expected {
        different += max(1, Set(found).symmetricDifference(expected).count)
      }
    }
    return (total, different)
  }
}
