import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import TestSupport
import Testing

@Suite("Markers that ask to leave a finding standing")
struct MarkerTests {
  private static let rule = "people/titled-name"

  private func judge(_ text: String, _ change: (inout Bench) -> Void = { _ in }) throws -> Judgement
  {
    var bench = Bench()
    change(&bench)
    return try bench.judge(TestDocument.plain(text))
  }

  @Test("one with a rule and a reason exempts that rule in its paragraph, and nothing else")
  func honoured() throws {
    let judgement = try judge(
      """
      Mrs Pemberton and 9434765919 NHS. [expunge: allow people/titled-name; reason: named in office]
      Mr Hartley rang.
      """.replacing("9434765919 NHS", with: "her NHS number 9434765919"))
    #expect(judgement.findings.map(\.status) == [.suppressed, .new, .new])
    #expect(judgement.findings.map(\.blocking) == [false, true, true])
    #expect(judgement.markers.map(\.state) == [.honoured])
    #expect(judgement.markers.first?.exempted == 1)
    #expect(judgement.findings.first?.suppression?.scope == .marker)
    #expect(judgement.findings.first?.evidence.last?.code == .exemption)
  }

  @Test("one that stands alone speaks for the next paragraph")
  func alone() throws {
    let judgement = try judge(
      """
      Mr Hartley rang.
      [expunge: allow people/titled-name; reason: named in office]
      Mrs Pemberton decided.
      Ms Okafor wrote.
      """)
    #expect(judgement.findings.map(\.blocking) == [true, false, true])
  }

  @Test(
    "one that is faulty exempts nothing, and says why",
    arguments: [
      ("[expunge: allow people/titled-name]", InlineMarker.State.noReason),
      ("[expunge: allow people/titled-name; reason:]", .noReason),
      ("[expunge: allow people/nobody; reason: named]", .unknownRule),
      ("[expunge: allow Mrs Pemberton; reason: named]", .unknownRule),
      ("[expunge: forbid people/titled-name; reason: named]", .unreadable),
      ("[expunge: allow people/titled-name; reason: named; until: soon]", .unreadable),
      ("[expunge: allow people/titled-name; reason: named; colour: red]", .unreadable),
      ("[expunge: allow numbers/ten-digits; reason: named]", .unused),
    ])
  func faulty(marker: String, state: InlineMarker.State) throws {
    let judgement = try judge("Mrs Pemberton rang. \(marker)")
    #expect(judgement.markers.map(\.state) == [state])
    let name = try #require(judgement.findings.first)
    #expect(name.blocking)
    #expect(name.status == .new)
  }

  @Test("one with an end holds only on a day that was given, up to that day")
  func ends() throws {
    let text =
      "Mrs Pemberton rang. [expunge: allow people/titled-name; reason: named; until: 2027-05-01]"
    let undated = try judge(text)
    #expect(undated.findings.first?.suppression?.state == .undated)
    #expect(undated.findings.first?.blocking == true)
    #expect(undated.markers.first?.state == .refused)
    let last = try judge(text) { $0.at = CalendarDay("2027-05-01") }
    #expect(last.findings.first?.status == .suppressed)
    let after = try judge(text) { $0.at = CalendarDay("2027-05-02") }
    #expect(after.findings.first?.status == .expired)
    #expect(after.findings.first?.blocking == true)
  }

  @Test("at a gate one waives nothing that is critical, and what is less severe all the same")
  func gate() throws {
    let text = """
      Mrs Pemberton rang. [expunge: allow people/titled-name; reason: named]
      See 19 555 120. [expunge: allow references/spaced; reason: a public register]
      """
    let judgement = try judge(text) { $0.isGate = true }
    #expect(judgement.findings.map(\.blocking) == [true, false])
    #expect(judgement.findings.first?.suppression?.state == .refused)
    #expect(judgement.markers.map(\.state) == [.refused, .honoured])
  }

  @Test("a profile may heed none of them")
  func ignored() throws {
    let judgement = try judge(
      "See 19 555 120. [expunge: allow references/spaced; reason: public]"
    ) { $0.profile.inlineMarkers = .none }
    #expect(judgement.findings.first?.blocking == true)
    #expect(judgement.markers.map(\.state) == [.refused])
  }

  @Test("what stands inside a marker is examined like everything else")
  func contents() throws {
    let judgement = try judge(
      "Nothing. [expunge: allow people/titled-name; reason: Mrs Pemberton is the chair]")
    #expect(judgement.findings.map(\.blocking) == [true])
  }

  @Test("brackets without an end, and very many of them, take linear time")
  func hostile() throws {
    let text = String(repeating: "[expunge: ", count: 50_000)
    var count = 0
    let time = try ContinuousClock().measure { count = try judge(text).markers.count }
    #expect(count == 0)
    #expect(time < .seconds(20))
  }
}
