import ArgumentParser
import BenchmarkSupport
import ExpungeDetection
import ExpungeText
import FuzzSupport
import Glibc
import TestSupport

/// The differential test at length, without instrumentation.
@main
struct Long: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "long",
    abstract: "Holds the scanner against one pass for each rule, at length.",
    discussion: """
      On the texts of the paths, on adversarial texts, then on texts glued from fragments, seed after \
      seed, with the shipped rules, the reference rules and rules put together at random. Says where it \
      is every hundred seeds. Ends with 1 at the first difference and says which seed shows it: \
      --seed N --seeds 1 shows it again.
      """)

  @Argument(help: "Folders or files of texts; a .jsonl file holds a text in each object.")
  var texts: [String] = []

  @Option(help: "The first seed.")
  var seed: UInt64 = 1

  @Option(help: "How many seeds.")
  var seeds: UInt64 = 2_000

  @Option(help: "Minutes after which no seed is begun.")
  var minutes: Int?

  @Flag(help: "Begin with the seeds: no texts, nothing adversarial.")
  var seedsOnly = false

  mutating func run() throws {
    let rules = try Rules.shipped().rules + Rules.reference().rules
    var known = try Differential(rules: rules)
    if !texts.isEmpty, !seedsOnly {
      var bytes = 0
      var count = 0
      for (number, text) in try Paragraphs.texts(texts).enumerated() {
        check(known.difference(on: text, blocks: GluedText.lines(text)), "text \(number + 1)")
        bytes += text.count
        count += 1
      }
      say("\(count) texts, \(bytes) bytes: equal")
    }
    for size in seedsOnly ? [] : [100, 4_096, 40_000] {
      for (name, text) in AdversarialText.all(bytes: size) {
        check(known.difference(on: text), "\(name), \(size) bytes")
      }
      say("adversarial texts of \(size) bytes: equal")
    }
    let start = ContinuousClock.now
    var next = seed
    while next < seed + seeds {
      if let minutes, ContinuousClock.now - start >= .seconds(60 * minutes) { break }
      try onFragments(next, &known)
      try onGeneratedRules(next)
      next += 1
      if next % 100 == 0 { say("seeds \(seed) to \(next - 1): equal") }
    }
    say("seeds \(seed) to \(next - 1): equal")
  }

  private func onFragments(_ seed: UInt64, _ known: inout Differential) throws {
    var random = SeededGenerator(seed: seed)
    var generator = FragmentText(seed: seed)
    let text = generator.text(bytes: 200 + Int(random.next() % 6_000))
    let blocks =
      seed % 3 == 0
      ? [] : generator.blocks(of: text, about: 60).map { ByteRange($0.lowerBound, $0.upperBound) }
    let window = 1 << Int(random.next() % 16)
    check(known.difference(on: text, blocks: blocks), "seed \(seed)")
    check(
      known.difference(
        on: text, blocks: blocks, window: window, kernel: seed % 2 == 0 ? .portable : .automatic),
      "seed \(seed), window \(window)")
    check(
      known.differenceOfPieces(on: text, blocks: blocks, about: 40 + Int(random.next() % 2_000)),
      "seed \(seed), piece by piece")
  }

  private func onGeneratedRules(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed ^ 0xA5A5_A5A5)
    for round in 0..<8 {
      var bytes = (0..<64).map { _ in UInt8.random(in: .min ... .max, using: &random) }[...]
      var generator = FragmentText(seed: random.next())
      let rules = GeneratedRules.rules(&bytes)
      let text = generator.text(bytes: 1_500)
      var pair: Differential
      do {
        pair = try Differential(rules: rules)
      } catch {
        // PCRE2 refuses one of the patterns.
        continue
      }
      check(
        pair.difference(
          on: text, blocks: round % 2 == 0 ? [] : GluedText.lines(text),
          window: round % 3 == 0 ? 100 : 32 * 1024, kernel: .automatic),
        "seed \(seed), generated rules \(round)")
      check(
        pair.differenceOfPieces(on: text, blocks: GluedText.lines(text), about: 200),
        "seed \(seed), generated rules \(round), piece by piece")
    }
  }

  /// Prints at once, so that it is there even if the program is stopped.
  private func say(_ words: String) {
    print(words)
    fflush(nil)
  }

  private func check(_ difference: String?, _ place: String) {
    guard let difference else { return }
    say("DIFFERENT on \(place): \(difference)")
    Self.exit(withError: ExitCode(1))
  }
}
