import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import TestSupport
import Testing

@Suite("What stands around a finding")
struct CircumstanceTests {
  private func finding(_ text: String, _ circumstance: Circumstance) throws -> Finding {
    var bench = Bench()
    bench.circumstances = [circumstance]
    return try #require(try bench.judge(TestDocument.plain(text)).findings.first)
  }

  @Test("words beside it raise its severity, once, and only within its bounds")
  func words() throws {
    let danger = Circumstance(
      name: "danger", reason: "the words speak of danger",
      beside: [.init(side: .either, phrases: ["refuge"], within: 60, weight: 0)], from: .high,
      to: .high, raises: 1)
    #expect(try finding("The refuge noted 19 555 120.", danger).severity == .critical)
    #expect(try finding("The office noted 19 555 120.", danger).severity == .high)
    // A date is medium, so it is not spoken of.
    #expect(try finding("At the refuge on 3 June 2024.", danger).severity == .medium)
    let raised = try finding("The refuge noted 19 555 120.", danger)
    #expect(raised.evidence.contains { $0.code == .escalated && $0.subject == "danger" })
  }

  @Test("a place makes it more or less likely, and the weights add up")
  func places() throws {
    let quoted = Circumstance(
      name: "quoted", reason: "it stands in quoted words", places: [.quotation], weight: -15)
    let inside = try finding("He said \"see 19 555 120 there\" twice.", quoted)
    #expect(inside.confidence == 65)
    #expect(inside.confidence == inside.evidence.reduce(0) { $0 + $1.weight })
    #expect(try finding("He said \"no\" to 19 555 120 twice.", quoted).confidence == 80)
  }

  @Test("nothing becomes certain, whatever adds up")
  func bounds() throws {
    let sure = Circumstance(
      name: "sure", reason: "it stands in quoted words", places: [.quotation], weight: 90)
    let found = try finding("\"see 19 555 120 there\"", sure)
    #expect(found.confidence == 99)
    #expect(found.confidence == found.evidence.reduce(0) { $0 + $1.weight })
  }
}
