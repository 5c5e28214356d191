import PCRE2
import Testing

struct PatternTests {
  @Test(arguments: [
    ("(?<a>x", 6, "parenthesis"), ("[z-a]", 3, "range"), ("\\p{Foo}", 7, "property"),
    ("a\\", 2, "end of pattern"), ("(?<n>a)(?<n>b)", 12, "same name"), ("é(?<=a+)", 2, "fixed"),
  ])
  func refusesAMalformedPatternAtItsByte(pattern: String, offset: Int, word: String) {
    do {
      _ = try Pattern(pattern)
      Issue.record("\(pattern) was compiled")
    } catch {
      #expect(error.offset == offset, "\(pattern): \(error.message)")
      #expect(error.message.contains(word), "\(error.message)")
    }
  }

  @Test func refusesMoreGroupsThanAScratchHasRoomFor() throws {
    let most = String(repeating: "(a)", count: Pattern.maximumCaptureCount)
    #expect(try Pattern(most).captureCount == Pattern.maximumCaptureCount)
    #expect(throws: PatternError.self) { try Pattern(most + "(a)") }
  }

  @Test func refusesUnicodePropertiesForWordsAndSingleBytes() {
    #expect(throws: PatternError.self) { try Pattern("(*UCP)\\w") }
    #expect(throws: PatternError.self) { try Pattern("a\\Cb") }
  }

  @Test func knowsItsGroups() throws {
    let pattern = try Pattern("(a)(?<value>b)(?:c)(?<rest>d)?")
    #expect(pattern.captureCount == 3)
    #expect(pattern.groups == ["value": 2, "rest": 3])
    #expect(pattern.group(named: "none") == nil)
    var scratch = Scratch()
    let text: [UInt8] = Array("xxabc".utf8)
    let match = try pattern.firstMatch(in: text.span, with: &scratch)
    #expect(match == Match(start: 2, end: 5))
    #expect(scratch.range(ofGroup: 0) == 2..<5)
    #expect(scratch.range(ofGroup: 2) == 3..<4)
    #expect(scratch.range(ofGroup: 3) == nil)
    #expect(scratch.range(ofGroup: 64) == nil)
  }

  @Test func countsInBytes() throws {
    let pattern = try Pattern("\\p{Lu}\\p{Ll}+")
    var scratch = Scratch()
    let text = Array("ça Łódź".utf8)
    #expect(try pattern.firstMatch(in: text.span, with: &scratch) == Match(start: 4, end: 11))
  }

  @Test func obeysItsOptions() throws {
    var scratch = Scratch()
    let text = Array("xAb".utf8)
    func find(_ source: String, _ options: Pattern.Options, from: Int = 0) throws -> Match? {
      try Pattern(source, options: options).firstMatch(in: text.span, from: from, with: &scratch)
    }
    #expect(try find("ab", []) == nil)
    #expect(try find("ab", .ignoresCase) == Match(start: 1, end: 3))
    #expect(try find("Ab", .anchored) == nil)
    #expect(try find("Ab", [.anchored, .noStartOptimize], from: 1) == Match(start: 1, end: 3))
    #expect(try find("(?<=x)A", .anchored, from: 1) == Match(start: 1, end: 2))
    #expect(try find("A b # c", .extended) == Match(start: 1, end: 3))
    #expect(try find("A.", .literal) == nil)
  }

  @Test func wordBreaksAreAscii() throws {
    var scratch = Scratch()
    let text = Array("éa".utf8)
    #expect(
      try Pattern("\\ba").firstMatch(in: text.span, with: &scratch) == Match(start: 2, end: 3))
  }

  @Test func onlyALineFeedEndsALine() throws {
    var scratch = Scratch()
    let text = Array("a\rb\nc".utf8)
    #expect(
      try Pattern("a.b$", options: [])
        .firstMatch(in: text.span, with: &scratch) == nil)
    #expect(try Pattern("a.b").firstMatch(in: text.span, with: &scratch) != nil)
    #expect(try Pattern("b.c").firstMatch(in: text.span, with: &scratch) == nil)
  }

  @Test func searchesAnEmptyText() throws {
    var scratch = Scratch()
    let text: [UInt8] = []
    #expect(
      try Pattern("a?").firstMatch(in: text.span, with: &scratch) == Match(start: 0, end: 0))
    #expect(try Pattern("").firstMatch(in: text.span, with: &scratch) == Match(start: 0, end: 0))
    #expect(try Pattern("a").firstMatch(in: text.span, with: &scratch) == nil)
  }

  @Test(arguments: [
    ("a*", "baac", [0, 0, 1, 3, 3, 3, 4, 4]), ("", "é", [0, 0, 2, 2]), ("x", "éx€x", [2, 3, 6, 7]),
    ("(?=é)|é", "éé", [0, 0, 0, 2, 2, 2, 2, 4]),
  ])
  func visitsEveryMatch(pattern: String, text: String, expected: [Int]) throws {
    var scratch = Scratch()
    var found: [Int] = []
    let bytes = Array(text.utf8)
    try Pattern(pattern).forEachMatch(in: bytes.span, with: &scratch) { match, _ in
      found += [match.start, match.end]
      return true
    }
    #expect(found == expected)
  }

  @Test func stopsWhenToldTo() throws {
    var scratch = Scratch()
    var count = 0
    let bytes = Array("aaaa".utf8)
    try Pattern("a").forEachMatch(in: bytes.span, with: &scratch) { _, _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }
}
