import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import TestSupport
import Testing

@Suite("People named on purpose")
struct NamedPeopleTests {
  private static let person = NamedPerson(
    name: "Jane Okafor", office: "Ombudsman", reason: "Holder of the office", approver: "Board",
    from: nil, until: CalendarDay("2027-05-01"))

  private func findings(
    _ text: String, at day: String? = "2026-11-22", _ person: NamedPerson = person
  ) throws -> [Finding] {
    var bench = Bench()
    bench.profile.named = [person]
    bench.at = day.flatMap { CalendarDay($0) }
    return try bench.judge(TestDocument.plain(text)).findings
  }

  @Test("one whose whole name stands in the text stays, also where the surname stands alone")
  func whole() throws {
    let found = try findings("Ms Jane Okafor decided. Later Ms Okafor wrote to Mrs Pemberton.")
    #expect(found.map(\.status) == [.suppressed, .suppressed, .new])
    #expect(found.first?.suppression?.scope == .named)
    #expect(found.first?.suppression?.reason == .text("Holder of the office"))
  }

  @Test("a namesake is hunted: another forename, or a surname that nobody introduced")
  func namesake() throws {
    #expect(try findings("Mr Tom Okafor rang.").map(\.status) == [.new])
    #expect(try findings("Ms Okafor rang.").map(\.status) == [.new])
    let both = try findings("Ms Jane Okafor decided about Mr Tom Okafor.")
    #expect(both.map(\.status) == [.suppressed, .new])
  }

  @Test("it holds on its days alone")
  func days() throws {
    #expect(try findings("Ms Jane Okafor rang.", at: "2027-05-02").first?.status == .expired)
    #expect(try findings("Ms Jane Okafor rang.", at: nil).first?.suppression?.state == .undated)
    var early = Self.person
    early.from = CalendarDay("2027-01-01")
    #expect(try findings("Ms Jane Okafor rang.", early).first?.suppression?.state == .notYet)
  }

  @Test("at a gate, too: a profile is reviewed, a marker is one person's note")
  func gate() throws {
    var bench = Bench()
    bench.profile.named = [Self.person]
    bench.at = CalendarDay("2026-11-22")
    bench.isGate = true
    let found = try bench.judge(TestDocument.plain("Ms Jane Okafor decided.")).findings
    #expect(found.map(\.status) == [.suppressed])
  }

  @Test("words beside a name make an office holder less severe, and so the other mentions")
  func onPurpose() throws {
    var bench = Bench()
    bench.profile.namedOnPurpose = [
      NamedOnPurpose(
        title: "Judges", labels: [.person],
        beside: [.init(side: .before, phrases: ["tribunal judge"], within: 30, weight: 0)],
        severity: .low, source: "test")
    ]
    let found = try bench.judge(
      TestDocument.plain("Before Tribunal Judge Ms Okafor.\nMr Hartley rang. Okafor agreed.")
    ).findings
    #expect(found.map(\.severity) == [.low, .critical, .low])
    #expect(found.first?.evidence.contains { $0.code == .namedOnPurpose } == true)
  }
}
