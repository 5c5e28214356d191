import ExpungePacks
import Testing

/// A pattern is refused where its author wrote it, however YAML quotes it.
@Suite struct PatternPlaceTests {
  struct Writing: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What follows `pattern:`; the range `[z-a]` in it is refused at its `a`, byte by byte.
    var yaml: String
    var line: Int
    var column: Int
  }

  static let writings = [
    Writing(testDescription: "plain", yaml: "ab[z-a]", line: 16, column: 19),
    Writing(testDescription: "single quotes", yaml: "'ab[z-a]'", line: 16, column: 20),
    Writing(testDescription: "doubled apostrophes", yaml: "'''''[z-a]'", line: 16, column: 22),
    Writing(testDescription: "accents before", yaml: "'éł[z-a]'", line: 16, column: 20),
    Writing(testDescription: "double quotes", yaml: "\"ab[z-a]\"", line: 16, column: 20),
    Writing(testDescription: "escapes", yaml: #""\\\u00e9[z-a]""#, line: 16, column: 26),
    Writing(
      testDescription: "single quotes over lines", yaml: "'ab  \n        cd[z-a]'", line: 17,
      column: 14),
    Writing(
      testDescription: "double quotes over lines", yaml: "\"ab\n\n        cd[z-a]\"", line: 18,
      column: 14),
    Writing(
      testDescription: "literal block", yaml: "|\n      ab\n        [z-a]", line: 18, column: 12),
    Writing(
      testDescription: "literal block without end", yaml: "|-\n\n      ab[z-a]", line: 18,
      column: 12),
  ]

  @Test(arguments: writings)
  func isKept(writing: Writing) throws {
    let pattern = "'\\bMB(?<value>{{DIGIT}}{4})(?!{{DIGIT}})'"
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(
        sources: Fixtures.sources(changing: "numbers.yaml", pattern, to: writing.yaml))
    }
    #expect(
      problems.problems.map { "\($0.line):\($0.column): \($0.message)" } == [
        "\(writing.line):\(writing.column): the pattern is refused: range out of order in "
          + "character class"
      ])
  }
}
