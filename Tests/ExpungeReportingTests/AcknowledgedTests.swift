import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Foundation
import TestSupport
import Testing

/// What a review accepts unread stands in every report, with who agreed and until when.
@Suite("accepted unread")
struct AcknowledgedTests {
  private static let logo = String(repeating: "9c", count: 32)
  private static let scan = String(repeating: "1d", count: 32)

  private static func letter(unread: [Unread] = []) -> DocumentAudit {
    var letter = DocumentBuilder("decisions/letter.docx", format: .word)
    letter.add("body", [(.paragraph, nil, "We will not investigate this complaint.")])
    var audit = letter.audit(unread: unread)
    audit.acknowledged = [
      Acknowledged(
        item: Unread(part: "picture 1", reason: "not read", contentHash: logo),
        acknowledgement: Acknowledgement(
          sha256: logo, reason: "the letterhead <logo>", approver: "Head of Casework",
          until: CalendarDay("2027-05-01"), note: "seen on screen"))
    ]
    return audit
  }

  private static let unreadPicture = Unread(
    part: "picture 2", reason: "what a picture shows is not read; look at it, then acknowledge it",
    contentHash: scan)

  @Test("with reason and approver", arguments: ReportFormat.allCases)
  func listed(format: ReportFormat) throws {
    let report = try Fixtures.report(format, [Self.letter()])
    // A format without a word for exemptions leaves them out.
    let isListed = format != .gitlab
    #expect(report.contains("Head of Casework") == isListed, "\(format)")
    #expect(report.contains("2027-05-01") == isListed, "\(format)")
    #expect(report.contains("9c9c9c9c9c9c") == isListed, "\(format)")
    #expect(!report.contains("INCOMPLETE"), "\(format)")
  }

  @Test(
    "programs that share no code with ours count it as neither finding nor unread",
    .enabled(if: Python.hasReaders, Python.installation),
    arguments: ReportFormat.allCases.filter { $0 != .text })
  func independent(format: ReportFormat) throws {
    let scratch = try Command.Scratch()
    defer { scratch.remove() }
    for unread in [[], [Self.unreadPicture]] {
      let text = try Fixtures.report(format, [Self.letter(unread: unread)])
      let understood = try Python.read(
        try scratch.write(text, to: "report"), format: format.rawValue)
      let count = format == .markdown ? 0 : unread.count
      #expect(
        understood == Python.Understood(findings: 0, blocking: 0, unread: count), "\(format)")
    }
  }

  @Test("the caseworker's report says what is accepted and what is not")
  func text() throws {
    let text = try Fixtures.text([Self.letter(unread: [Self.unreadPicture])], width: 200)
    #expect(text.contains("ACCEPTED UNREAD by a review"))
    #expect(
      text.contains(
        "Picture 1: the letterhead <logo> (approved by Head of Casework, until 2027-05-01; "
          + "sha256 9c9c9c9c9c9c…)."))
    #expect(text.contains("then acknowledge it (sha256 1d1d1d1d1d1d…)."))
    #expect(text.contains("INCOMPLETE: 1 document was not read, or not wholly."))
    let clean = try Fixtures.text([Self.letter()], width: 200)
    #expect(clean.hasSuffix("A review accepts 1 unread item.\n"), "\(clean)")
  }

  @Test("the JSON has the hash whole, so that it can be copied")
  func json() throws {
    let json = try Fixtures.json([Self.letter(unread: [Self.unreadPicture])])
    #expect(json.contains("\"sha256\":\"\(Self.scan)\""))
    #expect(
      json.contains(
        "\"acknowledged\":[{\"part\":\"picture 1\",\"sha256\":\"\(Self.logo)\","
          + "\"reason\":\"the letterhead <logo>\",\"approver\":\"Head of Casework\","
          + "\"until\":\"2027-05-01\",\"note\":\"seen on screen\"}]"))
  }

  @Test(
    "the report for the one who signs lists it",
    .enabled(if: Python.hasReaders, Python.installation), arguments: ComplianceFormat.allCases)
  func compliance(format: ComplianceFormat) throws {
    let scratch = try Command.Scratch()
    defer { scratch.remove() }
    let text = try ComplianceFixtures.text(format, [Self.letter(unread: [Self.unreadPicture])])
    #expect(text.contains("Head of Casework"))
    let understood = try Python.read(
      try scratch.write(text, to: "report"), format: "report_\(format.rawValue)")
    #expect(understood == Python.Understood(findings: 0, blocking: 0, unread: 1))
  }
}
