import BenchmarkSupport
import ExpungeDetection
import ExpungeText
import ExpungeWorkflows
import TestSupport

/// Documents made to be slow: how the time grows when one doubles.
struct AdversarialMeasure {
  private static let sizes = [50_000, 100_000, 200_000, 400_000]

  private struct Growth {
    var name: String
    /// The worst of the doublings.
    var ratio: Double
    /// Of the largest document.
    var megabytesPerSecond: Double
  }

  func measure() throws -> [Measurement] {
    let library = try Rules.shipped()
    var scanner = Scanner(rules: try RuleSet(library: library))
    var hits: [Hit] = []
    let engine = try growth { text in
      hits.removeAll(keepingCapacity: true)
      try scanner.scan(text, blocks: [], into: &hits)
    }
    var auditor = DocumentAuditor(engine: try AuditEngine(options: EngineOptions()))
    let scan = try growth { text in
      _ = auditor.examine(text, path: "adversarial.txt", name: nil)
    }
    return measurements("the engine, all packs", engine) + measurements("a whole scan", scan)
  }

  private func measurements(_ what: String, _ growths: [Growth]) -> [Measurement] {
    let group = "adversarial documents of 50 to 400 KB"
    guard let worst = growths.max(by: { $0.ratio < $1.ratio }),
      let slowest = growths.min(by: { $0.megabytesPerSecond < $1.megabytesPerSecond })
    else { return [] }
    let beyond = growths.filter { $0.ratio > 2.5 }.map {
      "\($0.name) \(Figures.text($0.ratio))"
    }
    return [
      Measurement(
        group: group, name: "\(what): time when the text doubles", value: worst.ratio,
        unit: "times", target: .atMost(2.5),
        note: beyond.isEmpty
          ? "worst of \(growths.count) kinds: \(worst.name)" : beyond.joined(separator: ", ")),
      Measurement(
        group: group, name: "\(what): slowest", value: slowest.megabytesPerSecond, unit: "MB/s",
        note: slowest.name),
    ]
  }

  private func growth(_ work: ([UInt8]) throws -> Void) throws -> [Growth] {
    let texts = Self.sizes.map { AdversarialText.all(bytes: $0) }
    return try texts[0].indices.map { kind in
      let times = try texts.map { sized in try best { try work(sized[kind].text) } }
      let ratios = zip(times.dropFirst(), times).map { $0 / $1 }
      return Growth(
        name: texts[0][kind].name, ratio: ratios.max() ?? 0,
        megabytesPerSecond: Double(Self.sizes.last ?? 0) / 1e6 / (times.last ?? 1))
    }
  }

  /// The best of several runs, of fewer when one takes long: the machine's other work only adds.
  private func best(_ work: () throws -> Void) throws -> Double {
    var best = Double.infinity
    let start = Stopwatch.now()
    var runs = 0
    repeat {
      best = min(best, try Stopwatch.seconds(work))
      runs += 1
    } while runs < 3 || (runs < 25 && Stopwatch.now() - start < 0.15)
    return best
  }
}
