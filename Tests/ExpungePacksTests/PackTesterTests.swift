import ExpungeDetection
import ExpungePacks
import Testing

@Suite struct PackTesterTests {
  private func failures(
    _ old: String, _ new: String, in file: String = "numbers.yaml"
  ) throws -> [String] {
    let tree = try PatternTree(sources: Fixtures.sources(changing: file, old, to: new))
    return PackTester(foldings: tree.foldings).test(tree.rules).failures.map(\.description)
  }

  @Test func rightExamplesHold() throws {
    let report = try PatternCatalogue(embedded: Fixtures.sources).test()
    #expect(report.failures.isEmpty)
    #expect(report.summary == "12 examples of 2 rules and guards, all of them hold")
  }

  @Test func whatIsNotFoundIsReported() throws {
    #expect(
      try failures("MB↓0001↑ and MB↓0002↑", "MB↓001↑ and") == [
        "Patterns/Packs/numbers.yaml:22:35: error: numbers/membership: finds nothing in "
          + "“MB↓001↑ and”: the pattern does not match"
      ])
  }

  @Test func whatTheContextTakesAwayIsReported() throws {
    #expect(
      try failures("a member, MB↓1234↑", "form MB↓1234↑") == [
        "Patterns/Packs/numbers.yaml:22:13: error: numbers/membership: finds nothing in "
          + "“form MB↓1234↑”: the pattern matches and the context takes it away"
      ])
  }

  @Test func aSpanOfAnotherWidthIsReported() throws {
    #expect(
      try failures("a member, MB↓1234↑", "a member, ↓MB1234↑") == [
        "Patterns/Packs/numbers.yaml:22:13: error: numbers/membership: finds “1234” in "
          + "“a member, ↓MB1234↑”"
      ])
  }

  @Test func whatMustBeLeftAloneIsReported() throws {
    #expect(
      try failures("\"MB123\"", "\"MB1239\"") == [
        "Patterns/Packs/numbers.yaml:23:29: error: numbers/membership: finds “1239” in “MB1239”, "
          + "which it must leave alone"
      ])
  }

  @Test func examplesAreFoldedAsARunFolds() throws {
    #expect(try failures("a member, MB↓1234↑", "a\u{00A0}member, MB↓12\u{200B}\u{FF13}4↑").isEmpty)
  }

  @Test func aMatchMayNotCrossBlocks() throws {
    let sources = Fixtures.sources(
      changing: "statutes.yaml", "pattern: '\\bsection [0-9]{1,5}'",
      to: "pattern: '\\bsection\\s[0-9]{1,5}'")
    #expect(try PatternCatalogue(embedded: sources).test().failures.isEmpty)
    #expect(
      try failures(
        "\"part 2\"", "\"part 2\", {text: \"section\\n2\", blocks: true}", in: "statutes.yaml"
      )
      .isEmpty)
  }

  @Test func contextMayBeJudgedByAnother() throws {
    let tree = try PatternTree(sources: Fixtures.sources)
    let tester = PackTester(foldings: tree.foldings) { _, _, _, _ in false }
    #expect(tester.test(tree.rules).failures.count == 6)
  }
}
