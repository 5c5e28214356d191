import ExpungeDetection
import ExpungeText
import PCRE2
import TestSupport
import Testing

/// What is derived from a pattern, and what is said of a bad one.
struct EngineAnalysisTests {
  @Test(arguments: [
    ("\\b(a)\\1", 5, "back-reference", false), ("\\ba(?R)?", 3, "recursion", false),
    ("\\bx(?(?=a)b|c)", 3, "does not understand", true), ("\\b[a-z]{2,}", 7, "upper bound", false),
    ("\\ba*", 0, "nothing at all", false), ("[a-z]{3}", 0, "middle of a word", false),
    (" \\d{3}", 0, "with a space", false), ("\\bab{,3}", 4, "plain text", false),
    ("\\b[a-z]{1,300}", 0, "more than 256", false), ("\\bx(?=.{140})", 3, "lookaround", false),
    ("\\bA(?:[a-z]{1,9}[a-z]{1,9}){1,9}", 11, "share out", false),
    ("\\bA(?:[a-z]{1,9}){1,9}", 11, "share out", false),
  ])
  func namesAProblem(pattern: String, offset: Int, words: String, isWarning: Bool) {
    let problems = PatternLint.problems(in: pattern, ignoresCase: false)
    #expect(
      problems.contains {
        $0.offset == offset && $0.message.contains(words) && $0.isWarning == isWarning
      }, "\(pattern): \(problems)")
  }

  @Test(arguments: [
    "\\b\\d{3}[ -]?\\d{4}\\b", "(?<![\\p{L}\\p{N}])[A-Z]{1,2}\\d",
    "\\b(?:[A-Z][a-z]{1,20} ){1,4}Road",
    "\\b(?>[a-z]{1,9}){1,9}x", "\\b(?:[a-z]{1,9}+-?){1,9}x", "£\\d{1,3}", "(?<=\\n)[A-Z]\\w{1,9}",
    "\\b[\\w.]{1,60}+@[a-z]{2,20}",
  ])
  func hasNothingToSayOfAGoodPattern(pattern: String) {
    #expect(PatternLint.problems(in: pattern, ignoresCase: false) == [])
  }

  /// What the engine searches for in the whole text, the lint names: nothing is slow in silence.
  @Test func namesEveryRuleThatSearchesTheWholeText() {
    for rule in EngineRules.all {
      let isSlow = !RuleIndex(rules: [rule]).wholeTextRules.isEmpty
      let problems = PatternLint.problems(in: rule.pattern, ignoresCase: rule.ignoresCase)
      let isNamed = problems.contains {
        $0.message.contains("the whole text") || $0.message.contains("nothing at all")
          || $0.message.contains("back-reference") || $0.message.contains("recursion")
      }
      #expect(isSlow == isNamed, "\(rule.identifier): \(problems)")
    }
  }

  @Test(arguments: [
    "\\bA(?:[a-z]{1,9}){1,9}!", "\\bA(?:a|ab|b){1,40}!", "\\bA(?:a?){1,24}a{24}!",
    "\\bx(?:\\d{1,20}){2,6}z",
  ])
  func theProbeFindsWhatTakesTooLong(pattern: String) throws {
    let rule = Rule(
      identifier: "test/slow", title: "Slow", pattern: pattern,
      role: .guarding(Rule.Guard(kind: "test")))
    let problem = try PatternProbe().problem(of: rule, matches: [])
    #expect(problem?.message.contains("units") == true, "\(pattern)")
  }

  @Test(arguments: [
    "\\b\\d{3}[ -]?\\d{4}\\b", "\\b(?:[A-Z][a-z]{1,20}+ ){1,4}+Road",
    "\\b[\\w.]{1,60}+@[a-z]{2,20}",
    "(?<=\\n)[A-Z]\\w{1,9}", "\\bcalled (?<value>[A-Z][a-z]{1,20})",
  ])
  func theProbeLetsGoodPatternsAlone(pattern: String) throws {
    let rule = Rule(
      identifier: "test/quick", title: "Quick", pattern: pattern,
      role: .guarding(Rule.Guard(kind: "test")))
    let text = Array("called Anna".utf8)
    #expect(try PatternProbe().problem(of: rule, matches: [(text, 0)]) == nil, "\(pattern)")
  }

  @Test func findsAPlaceForMostRules() {
    let index = RuleIndex(rules: EngineRules.all)
    let slow = index.wholeTextRules.map { EngineRules.all[Int($0)].identifier }
    #expect(
      slow
        == [
          "no-boundary", "empty-or-not", "email-anywhere", "spaces", "back-reference",
          "lower-anywhere", "conditional", "kept", "any-case-beyond", "crossing",
        ].map { "test/\($0)" })
  }

  @Test func attemptsGrowWithTheText() throws {
    let set = try RuleSet(rules: EngineRules.all)
    func attempts(_ count: Int) throws -> [(String, Int)] {
      try AdversarialText.all(bytes: count).map { name, text in
        var scanner = Scanner(rules: set)
        var hits: [Hit] = []
        try scanner.scan(text, blocks: [], into: &hits)
        return (name, scanner.attempts.reduce(0, +))
      }
    }
    for ((name, small), (_, large)) in zip(try attempts(20_000), try attempts(40_000)) {
      #expect(Double(large) <= 2.5 * Double(small) + 200, "\(name): \(small), then \(large)")
    }
  }

  @Test(arguments: [
    ("\\b[A-Z][a-z]{1,20}(?=: \\d)", "Mary: no. John: none. Total: 7", 1),
    ("\\b(?:Mr|Mrs) [A-Z][a-z]{1,20} \\d", "Mr Brown. Mrs Green said Mr White 7 and Mr", 1),
    ("\\bthe (?:north|south|east|west)ern gate\\b", "the northern way, the eastern gate", 1),
  ])
  func libraryIsAskedWhereAMatchIsPossible(pattern: String, text: String, times: Int) throws {
    var scanner = Scanner(rules: try RuleSet(rules: [EngineRules.rule("one", pattern)]))
    var hits: [Hit] = []
    try scanner.scan(Array(text.utf8), blocks: [], into: &hits)
    #expect(hits.count == times)
    #expect(scanner.attempts == [times])
  }

  @Test func aRuleThatGivesUpIsNamed() throws {
    let rule = EngineRules.rule("slow", "\\b(?:a{1,20}){1,20}(?<!a)!")
    var scanner = Scanner(rules: try RuleSet(rules: [rule]), matchLimit: 100)
    var hits: [Hit] = []
    let text = Array(("x " + String(repeating: "a", count: 60) + "!").utf8)
    #expect(throws: ScanFailure(rule: "test/slow", offset: 2)) {
      try scanner.scan(text, blocks: [], into: &hits)
    }
  }

  @Test func refusesABadPatternByItsRule() {
    #expect(throws: RuleSetError.self) {
      try RuleSet(rules: [EngineRules.rule("broken", "\\b(a")])
    }
    do {
      _ = try RuleSet(rules: [EngineRules.rule("broken", "\\b(a")])
    } catch {
      #expect(error.rule == "test/broken" && error.offset == 4)
    }
  }

  @Test func refusesAnotherIndex() throws {
    let index = RuleIndex(rules: EngineRules.all)
    #expect(throws: RuleSetError.self) {
      try RuleSet(rules: Array(EngineRules.all.dropLast()), index: index)
    }
    let bytes = index.encode()
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 40 + 1) {
      let part = EncodedIndex(bytes[..<length])
      #expect(throws: RuleIndexError.self) { try RuleIndex(decoding: part) }
    }
  }

  /// Every scalar that libpcre2 takes for a class, our parser allows at least.
  @Test(arguments: [
    "\\p{L}", "\\p{Lu}", "\\p{Ll}", "\\p{N}", "\\p{Nd}", "\\p{P}", "\\p{Zs}", "\\P{Lu}",
    "[^\\p{L}]",
    "[^a-z]", "\\w", "\\W", "\\s", "\\h", "\\v", "\\d", ".", "[À-ÿ]", "(?i)é", "(?i)k", "(?i)[^s]",
    "(?i)\\p{Lu}", "(?i)[à-ž]", "\\p{L&}", "[\\x{2010}-\\x{2015}’]", "(?i)µ", "(?i)ſ",
  ])
  func allowsWhatTheLibraryTakes(pattern: String) throws {
    let node = try PatternParser.parse(pattern, ignoresCase: false)
    var allowed = ScalarSet()
    func gather(_ node: PatternNode) {
      switch node {
      case .set(let set): allowed.formUnion(set)
      case .sequence(let items), .choice(let items): items.forEach(gather)
      case .group(let item, _): gather(item)
      default: break
      }
    }
    gather(node)
    let compiled = try Pattern(pattern, options: [.anchored])
    var scratch = Scratch()
    var last = 0
    var missing: [UInt32] = []
    // All of the basic plane in steps that reach every block, all of the first scripts.
    for value in Array(0...0x2FFF) + Array(stride(from: 0x3000, through: 0x1_FFFF, by: 7)) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      guard try compiled.firstMatch(in: bytes.span, with: &scratch) != nil else { continue }
      last = value
      if !allowed.contains(UInt32(value)) { missing.append(UInt32(value)) }
    }
    #expect(last > 0)
    #expect(missing.isEmpty, "\(pattern): \(missing.prefix(5).map { String($0, radix: 16) })")
  }
}
