import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import TestSupport
import Testing

@Suite("Facts that single a person out together")
struct CombinationTests {
  private static func rule(
    _ name: String, _ pattern: String, _ label: Label, _ classCode: String
  ) -> Rule {
    Rule(
      identifier: "facts/\(name)", title: name, pattern: pattern,
      role: .rule(.init(classCode: classCode, label: label, severity: .medium, confidence: 60)))
  }

  private static let pseudonym = Rule(
    identifier: "pseudonyms/pseudonym", title: "Pseudonym", pattern: #"\b(?:Mrs|Mr) [A-Z]\b"#,
    role: .guarding(.init(kind: "pseudonym")))
  private static let classes = [
    TaxonomyClass(code: "Q01", title: "Date", severity: .medium, coverage: .partly, narrows: 2),
    TaxonomyClass(code: "Q02", title: "Age", severity: .medium, coverage: .partly, narrows: 2),
    TaxonomyClass(code: "Q03", title: "School", severity: .medium, coverage: .partly, narrows: 3),
    TaxonomyClass(code: "Q11", title: "Together", severity: .high, coverage: .partly),
  ]

  private func combined(_ text: String, limit: Int = 7) throws -> [Finding] {
    var bench = Bench()
    bench.rules = [
      Self.rule("age", #"\baged [0-9]{2}\b"#, .age, "Q02"),
      Self.rule("school", #"\b[A-Z][a-z]{2,9} School\b"#, .organisation, "Q03"),
      Self.rule("date", #"\b[0-9]{1,2} May\b"#, .date, "Q01"), Self.pseudonym,
    ]
    bench.classes = Self.classes
    bench.profile.combinationLimit = limit
    return try bench.judge(TestDocument.plain(text)).findings.filter { $0.classCode == "Q11" }
  }

  @Test("three kinds of fact about one person are a finding, wherever they stand")
  func together() throws {
    let found = try combined(
      "Mrs X, aged 34, rang.\nNothing.\nMrs X left Elm School.\nOn 3 May Mrs X moved.")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.location == nil)
    #expect(finding.label == .combination)
    #expect(finding.severity == .high)
    #expect(finding.related.map(\.role) == [.piece, .piece, .piece])
    #expect(finding.confidence == finding.evidence.reduce(0) { $0 + $1.weight })
  }

  @Test("a paragraph without a pseudonym goes on about the person before it")
  func carriedOver() throws {
    let found = try combined("Mrs X rang.\nShe was aged 34.\nShe left Elm School on 3 May.")
    #expect(found.count == 1)
    let far = "Mrs X rang.\n" + String(repeating: "Nothing.\n", count: 20)
    #expect(try combined(far + "She was aged 34.\nShe left Elm School on 3 May.").isEmpty)
  }

  @Test("facts about different people, or of one kind, are none")
  func apart() throws {
    #expect(
      try combined("Mrs X, aged 34, rang.\nMrs Y left Elm School.\nOn 3 May Mr Z moved.").isEmpty)
    #expect(
      try combined("Mrs X, aged 34, left.\nMrs X, aged 35, came.\nMrs X, aged 36, rang.").isEmpty)
    #expect(try combined("A woman aged 34 left Elm School on 3 May.").isEmpty)
  }

  @Test("a profile says from how much on, and may look away")
  func limits() throws {
    let text = "Mrs X, aged 34, left Elm School on 3 May."
    #expect(try combined(text).count == 1)
    #expect(try combined(text, limit: 8).isEmpty)
    #expect(try combined(text, limit: 0).isEmpty)
  }

  @Test("its name stays when another place of the document changes")
  func names() throws {
    let one = try combined("Mrs X, aged 34, left Elm School on 3 May.")
    let other = try combined("New.\nMrs X, aged 57, left Oak School on 9 May.")
    #expect(one.map(\.place) == other.map(\.place))
  }
}
