import PCRE2
import Testing

struct LimitTests {
  private let explosive = Array((String(repeating: "a", count: 40) + "!").utf8)

  @Test func givesUpAtTheMatchLimit() throws {
    let pattern = try Pattern("^(a+)+$")
    var scratch = Scratch(matchLimit: 10_000)
    #expect(throws: MatchError.gaveUp(.units)) {
      try pattern.firstMatch(in: explosive.span, with: &scratch)
    }
  }

  @Test func theLimitCanChange() throws {
    let pattern = try Pattern("^(?:a?){9}a{9}$", options: .noStartOptimize)
    let text = Array("aaaaaaaaab".utf8)
    var scratch = Scratch(matchLimit: 1_000_000)
    #expect(try pattern.firstMatch(in: text.span, with: &scratch) == nil)
    scratch.matchLimit = 10
    #expect(throws: MatchError.gaveUp(.units)) {
      try pattern.firstMatch(in: text.span, with: &scratch)
    }
  }

  @Test func givesUpWhenTheStackIsFull() throws {
    // Without start optimisation, which would see that there is no "c" at all.
    let pattern = try Pattern("(?:(a)|b)*c", options: .noStartOptimize)
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 200_000)
    var small = Scratch(matchLimit: 10_000_000, stackBytes: 64 * 1024)
    #expect(throws: MatchError.gaveUp(.memory)) {
      try pattern.firstMatch(in: text.span, with: &small)
    }
    // What fills 64 KB has room in a megabyte.
    let shorter = Array(text[..<5_000])
    var large = Scratch(matchLimit: 10_000_000)
    #expect(throws: MatchError.gaveUp(.memory)) {
      try pattern.firstMatch(in: shorter.span, with: &small)
    }
    let sentence = Array(text[..<2_000] + [UInt8(ascii: "c")])
    #expect(
      try pattern.firstMatch(in: sentence.span, with: &large) == Match(start: 0, end: 2_001))
  }

  @Test func oneScratchServesAfterALimitWasHit() throws {
    var scratch = Scratch(matchLimit: 1_000)
    let pattern = try Pattern("^(a+)+$")
    #expect(throws: MatchError.gaveUp(.units)) {
      try pattern.firstMatch(in: explosive.span, with: &scratch)
    }
    #expect(
      try Pattern("a!").firstMatch(in: explosive.span, with: &scratch)
        == Match(start: 39, end: 41))
  }

  @Test func manyTasksShareAPattern() async throws {
    let pattern = try Pattern("\\b(?<day>[0-9]{1,2}) (?:May|June)\\b")
    let text = Array(String(repeating: "On 12 May and 3 June, not 4 Mayor. ", count: 500).utf8)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var scratch = Scratch()
          var count = 0
          try pattern.forEachMatch(in: text.span, with: &scratch) { _, scratch in
            count += scratch.range(ofGroup: 1)?.count ?? 0
            return true
          }
          return count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == [1_500, 1_500, 1_500, 1_500])
  }
}
