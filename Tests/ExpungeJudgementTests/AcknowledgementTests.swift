import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import Testing

@Suite("Unread items accepted by their content")
struct AcknowledgementTests {
  private static let logo = String(repeating: "9c", count: 32)
  private static let other = String(repeating: "1d", count: 32)
  private static let picture = Unread(
    part: "picture 1", reason: "what a picture shows is not read", contentHash: logo)

  private func divide(
    _ unread: [Unread], _ list: [Acknowledgement], at day: String? = "2026-11-22"
  ) -> (unread: [Unread], acknowledged: [Acknowledged]) {
    let policy = Policy(
      profile: Profile(identifier: "test", title: ""), failOn: .high,
      at: day.flatMap { CalendarDay($0) })
    return Acknowledgements(list).divide(unread, by: policy)
  }

  private func logo(until: String? = nil) -> Acknowledgement {
    Acknowledgement(
      sha256: Self.logo, reason: "the letterhead's logo", approver: "Head of Casework",
      until: until.flatMap { CalendarDay($0) })
  }

  @Test("the content decides, whatever it is called and wherever it stands")
  func content() {
    let again = Unread(part: "picture 7", reason: "x", contentHash: Self.logo)
    let unknown = Unread(part: "picture 2", reason: "x", contentHash: Self.other)
    let whole = Unread(reason: "the reader stopped", limit: "reader-seconds")
    let result = divide([Self.picture, unknown, again, whole], [logo()])
    #expect(result.unread == [unknown, whole])
    #expect(result.acknowledged.map(\.item) == [Self.picture, again])
    #expect(result.acknowledged.allSatisfy { $0.acknowledgement == logo() })
  }

  @Test("an end holds up to its day, in a run that is told the date")
  func days() {
    #expect(divide([Self.picture], [logo(until: "2026-11-22")]).unread.isEmpty)
    let late = divide([Self.picture], [logo(until: "2026-11-21")])
    #expect(late.acknowledged.isEmpty)
    #expect(late.unread.map(\.part) == ["picture 1"])
    #expect(late.unread.map(\.contentHash) == [Self.logo])
    #expect(
      late.unread.first?.reason.hasSuffix("; the acknowledgement expired on 2026-11-21") == true)
    let undated = divide([Self.picture], [logo(until: "2027-05-01")], at: nil)
    #expect(undated.unread.first?.reason.contains("no date was given with --at") == true)
    #expect(divide([Self.picture], [logo()], at: nil).unread.isEmpty)
  }

  @Test("of two about one content the one that holds longer counts")
  func twice() {
    for list in [
      [logo(until: "2025-01-01"), logo(until: "2027-01-01")],
      [logo(until: "2027-01-01"), logo(until: "2025-01-01")],
      [logo(), logo(until: "2025-01-01")],
    ] {
      #expect(divide([Self.picture], list).unread.isEmpty)
    }
  }

  @Test("an accepted item leaves the document complete, and is counted")
  func complete() {
    var audit = DocumentAudit(
      path: "a.docx", document: Document(format: .word, parts: []), unread: [], findings: [])
    audit.acknowledged = [Acknowledged(item: Self.picture, acknowledgement: logo())]
    var summary = AuditSummary()
    summary.add(audit)
    #expect(audit.complete)
    #expect(summary.verdict.exitCode == 0)
    #expect(summary.acknowledged == 1)
  }
}
