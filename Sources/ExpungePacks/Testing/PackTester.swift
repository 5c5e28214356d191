package import ExpungeDetection
package import ExpungeText
import PCRE2

/// Runs the examples of rules and guards: each rule alone, on text folded as a run would fold it.
package struct PackTester: Sendable {
  /// Whether a hit is still one after the words near it were judged.
  package typealias Survival =
    @Sendable (Rule, Reading, _ block: ByteRange, Hit) throws -> Bool

  private let foldings: Foldings
  private let survives: Survival

  /// - Parameter survives: judges context; the rule's own needs and drops when nil.
  package init(foldings: Foldings, survives: Survival? = nil) {
    self.foldings = foldings
    self.survives = survives ?? Self.survivesOwnContext
  }

  /// Every example that does not do what it says, at its place.
  package func failures(of rule: AuthoredRule) -> [PackProblem] {
    var pass: OnePassPerRule
    do {
      pass = try OnePassPerRule(rules: [rule.rule])
    } catch {
      return [rule.problem(atPatternByte: error.offset, "the pattern is refused: \(error.message)")]
    }
    var failures: [PackProblem] = []
    for example in rule.finds + rule.leaves {
      guard let message = failure(of: example, rule, with: &pass) else { continue }
      failures.append(
        PackProblem(
          file: example.file, line: example.line, column: example.column,
          message: "\(rule.rule.identifier): \(message)"))
    }
    return failures
  }

  /// All rules' failures, and how many examples there were.
  package func test(_ rules: [AuthoredRule]) -> PackTestReport {
    PackTestReport(
      rules: rules.count,
      examples: rules.reduce(0) { $0 + $1.finds.count + $1.leaves.count },
      failures: rules.flatMap(failures).sorted())
  }

  private func failure(
    of example: Example, _ rule: AuthoredRule, with pass: inout OnePassPerRule
  ) -> String? {
    let reading = Reading(of: example.text, foldings: foldings)
    let blocks = example.blocks.map(reading.folded)
    var hits: [Hit] = []
    do {
      try pass.scan(reading.text, blocks: blocks, into: &hits)
    } catch {
      return "gives up in “\(example.written)”; make the pattern simpler"
    }
    var found: Set<ByteRange> = []
    for hit in hits {
      let block =
        blocks.first { $0.contains(hit.range) } ?? ByteRange(0, reading.text.count)
      do {
        if try survives(rule.rule, reading, block, hit) {
          found.insert(reading.original(of: hit.range))
        }
      } catch {
        return "its context cannot be judged in “\(example.written)”: \(error)"
      }
    }
    let expected = Set(example.marked.map { reading.original(of: reading.folded($0)) })
    guard found != expected else { return nil }
    return Self.words(example, found: found.sorted(), hits: hits.count)
  }

  private static func words(_ example: Example, found: [ByteRange], hits: Int) -> String {
    let quoted = found.map {
      "“\(String(decoding: example.text[$0.start..<$0.end], as: UTF8.self))”"
    }
    let whole = "“\(example.written)”"
    if found.isEmpty {
      let why =
        hits > 0
        ? "the pattern matches and the context takes it away" : "the pattern does not match"
      return "finds nothing in \(whole): \(why)"
    }
    let what = quoted.joined(separator: ", ")
    return example.marked.isEmpty
      ? "finds \(what) in \(whole), which it must leave alone" : "finds \(what) in \(whole)"
  }

  private static let survivesOwnContext: Survival = { rule, reading, block, hit in
    var scratch = Scratch()
    return try ContextMatcher(rules: [rule]).evaluate(
      rule: 0, hit: hit.range, text: reading.text, block: block, with: &scratch
    ).survives
  }
}

/// What came of running examples.
package struct PackTestReport: Sendable, Equatable {
  package var rules: Int
  package var examples: Int
  /// By file, then by place.
  package var failures: [PackProblem]

  /// "412 examples of 57 rules and guards, 2 of them fail".
  package var summary: String {
    let tail = failures.isEmpty ? "all of them hold" : "\(failures.count) of them fail"
    return "\(examples) examples of \(rules) rules and guards, \(tail)"
  }
}
