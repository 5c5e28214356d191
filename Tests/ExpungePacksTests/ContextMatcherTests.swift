import ExpungeDetection
import ExpungeText
import PCRE2
import Testing

@Suite struct ContextMatcherTests {
  /// Judges one entry in a text whose hit stands between ↓ and ↑ and whose blocks end at |.
  private func outcome(
    _ side: Rule.Context.Side, _ phrases: [String], within: Int, in written: String,
    needed: Bool = false, drops: Bool = false
  ) throws -> ContextMatcher.Outcome {
    let parts = written.split(separator: "↓", omittingEmptySubsequences: false)
    let after = parts[1].split(separator: "↑", omittingEmptySubsequences: false)
    let text = Array((parts[0] + after[0] + after[1]).utf8)
    let hit = ByteRange(parts[0].utf8.count, parts[0].utf8.count + after[0].utf8.count)
    let blockStart = (text[..<hit.start].lastIndex(of: 0x7C) ?? -1) + 1
    let blockEnd = text[hit.end...].firstIndex(of: 0x7C) ?? text.count
    let rule = Rule(
      identifier: "a/b", title: "t", pattern: "x",
      role: .rule(
        Rule.Leak(
          classCode: "D08", label: .reference, severity: .high, confidence: 50,
          context: [
            Rule.Context(
              side: side, phrases: phrases, within: within, weight: 15, needed: needed,
              drops: drops)
          ])))
    var scratch = Scratch()
    return try ContextMatcher(rules: [rule]).evaluate(
      rule: 0, hit: hit, text: text, block: ByteRange(blockStart, blockEnd), with: &scratch)
  }

  @Test(arguments: [
    ("the member ↓1234↑", 20, true),
    ("the Member: ↓1234↑", 20, true),
    ("MEMBER ↓1234↑", 20, true),
    ("members ↓1234↑", 20, false),
    ("remember ↓1234↑", 20, false),
    ("member2 ↓1234↑", 20, false),
    ("émember ↓1234↑", 20, false),
    ("member↓1234↑", 20, true),
    ("member ↓1234↑", 7, true),
    ("member ↓1234↑", 6, false),
    ("remember ↓1234↑", 7, false),
    ("émember ↓1234↑", 7, false),
    ("member number| ↓1234↑", 20, false),
    ("↓1234↑ member", 20, false),
    ("↓1234↑", 20, false),
  ])
  func before(text: String, within: Int, stands: Bool) throws {
    let outcome = try outcome(.before, ["member"], within: within, in: text)
    #expect(outcome.matches.isEmpty != stands)
    #expect(outcome.weight == (stands ? 15 : 0))
    #expect(outcome.survives)
  }

  @Test(arguments: [
    ("↓1234↑ School", 20, true),
    ("↓1234↑ schools", 20, false),
    ("↓1234↑ school", 7, true),
    ("↓1234↑ school", 6, false),
    ("↓1234↑ schoolé", 7, false),
    ("↓1234↑school", 6, true),
    ("↓1234↑ |school", 20, false),
    ("school ↓1234↑", 20, false),
  ])
  func after(text: String, within: Int, stands: Bool) throws {
    let outcome = try outcome(.after, ["school"], within: within, in: text)
    #expect(outcome.matches.isEmpty != stands)
  }

  @Test func nearTakesTheNearerSide() throws {
    let left = try outcome(.either, ["flat"], within: 30, in: "flat a flat ↓12↑ , , flat")
    #expect(left.matches.map(\.range) == [ByteRange(7, 11)])
    let right = try outcome(.either, ["flat"], within: 30, in: "flat , , ↓12↑ flat")
    #expect(right.matches.map(\.range) == [ByteRange(12, 16)])
  }

  @Test(arguments: [("NHS ↓943↑", 1), ("health number: ↓943↑", 0), ("nothing ↓943↑", nil)])
  func thePhraseIsNamed(text: String, phrase: Int?) throws {
    let outcome = try outcome(.before, ["health number", "nhs"], within: 40, in: text)
    #expect(outcome.matches.first?.phrase == phrase)
  }

  @Test func aPhraseMayBeAPattern() throws {
    let phrases = ["house", "(?:post|zip) ?(codes?)"]
    let outcome = try outcome(.before, phrases, within: 40, in: "Zip codes ↓943↑")
    #expect(outcome.matches.map(\.phrase) == [1])
  }

  @Test func wordsOfAPhraseMayStandOverTwoLines() throws {
    let outcome = try outcome(.before, ["post code"], within: 40, in: "post\n  code ↓943↑")
    #expect(outcome.matches.map(\.range) == [ByteRange(0, 11)])
  }

  @Test func signsInAPhraseAreNoPattern() throws {
    #expect(try !outcome(.before, ["h&c (no.)"], within: 20, in: "H&C (no.) ↓1↑").matches.isEmpty)
    #expect(try outcome(.before, ["n.i"], within: 20, in: "nxi ↓1↑").matches.isEmpty)
  }

  @Test func aLongPhraseOverTheEdgeDoesNotHideAShortOne() throws {
    let outcome = try outcome(.after, ["post office", "post"], within: 5, in: "↓1↑ post office")
    #expect(outcome.matches.map(\.phrase) == [1])
  }

  @Test func needsAndDrops() throws {
    let unmet = try outcome(.before, ["member"], within: 20, in: "the ↓1↑", needed: true)
    #expect(unmet.unmetNeed == 0 && !unmet.survives)
    let met = try outcome(.before, ["member"], within: 20, in: "member ↓1↑", needed: true)
    #expect(met.unmetNeed == nil && met.survives)
    let dropped = try outcome(.before, ["form"], within: 20, in: "form ↓1↑", drops: true)
    #expect(dropped.droppedBy?.range == ByteRange(0, 4) && !dropped.survives)
    let kept = try outcome(.before, ["form"], within: 20, in: "from ↓1↑", drops: true)
    #expect(kept.droppedBy == nil && kept.survives)
  }

  @Test func manyWorkersSeeTheSame() async throws {
    let rule = Rule(
      identifier: "a/b", title: "t", pattern: "x",
      role: .rule(
        Rule.Leak(
          classCode: "D08", label: .reference, severity: .high, confidence: 50,
          context: [Rule.Context(side: .before, phrases: ["member"], within: 20, weight: 3)])))
    let matcher = ContextMatcher(rules: [rule])
    let text = Array("member 12".utf8)
    let weights = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var scratch = Scratch()
          return try matcher.evaluate(
            rule: 0, hit: ByteRange(7, 9), text: text, block: ByteRange(0, 9), with: &scratch
          ).weight
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(weights == Array(repeating: 3, count: 16))
  }
}
