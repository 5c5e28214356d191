import ExpungeDetection
import ExpungeJudgement
import Testing

@Suite("What a number's digits say")
struct NumberReadingTests {
  @Test("a run of ten digits is one finding that names every check it passes")
  func tenDigits() throws {
    let found = try Bench().findings(in: "Her NHS number 9990000018 was shown.")
    #expect(found.count == 1)
    #expect(
      found.first?.finding.evidence.map(\.words).contains(
        "As ten digits it passes the check of an NHS number (in the range for tests).") == true)
  }

  @Test("what a true number gives away about its holder is said")
  func revelation() throws {
    var bench = Bench()
    bench.rules = [
      Rule(
        identifier: "health/chi", title: "CHI number", pattern: #"\b[0-9]{10}\b"#,
        validation: .init(validator: .chiNumber, pass: 5, weak: 0, fail: -5, rejects: false),
        role: .rule(
          .init(classCode: "D08", label: .nhsNumber, severity: .critical, confidence: 80)))
    ]
    let found = try bench.findings(in: "CHI 0101011237 was shown.")
    let words = try #require(found.first).finding.evidence.map(\.words)
    #expect(words.contains("A true CHI number reveals birth date and sex."))
    #expect(found.first?.finding.confidence == 85)
  }

  @Test("a guard from memory takes points from what is critical, and vetoes the rest")
  func doubts() throws {
    var bench = Bench()
    bench.rules = [
      Bench.title, Bench.date,
      Rule(
        identifier: "brands/remembered", title: "Shop", pattern: #"\bSelby(?: on 3 May 2021)?"#,
        role: .guarding(.init(kind: "council", lowersBy: 45))),
    ]
    let found = try bench.findings(in: "Mr Selby called.")
    #expect(found.map(\.finding.confidence) == [45])
    #expect(found.map(\.finding.blocking) == [false])
    #expect(
      found.first?.finding.evidence.map(\.words).contains(
        "Less likely, because it may be: Shop.") == true)
    bench.rules[1].role = .rule(
      .init(
        classCode: "Q01", label: .date, severity: .medium, confidence: 50, yieldsTo: ["council"]))
    #expect(try bench.findings(in: "Selby on 3 May 2021").isEmpty)
  }
}
