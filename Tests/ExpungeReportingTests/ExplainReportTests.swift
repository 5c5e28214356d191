import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import TestSupport
import Testing

@Suite("explain")
struct ExplainReportTests {
  @Test("a finding", arguments: [false, true])
  func finding(isRevealed: Bool) throws {
    let collector = Collector()
    var report = ExplainReport(
      style: Style(), reveal: isRevealed ? Reveal() : nil, sink: collector.take)
    let audit = Fixtures.draft
    try report.finding(audit.findings[0], in: audit)
    try report.finding(audit.findings[3], in: audit)
    try report.finding(audit.findings[13], in: audit)
    #expect(
      Golden.difference(collector.string, isRevealed ? "explain-revealed.txt" : "explain.txt")
        == nil)
  }

  @Test("a place with a finding and a hit that came to nothing")
  func place() throws {
    var page = DocumentBuilder("a.txt")
    page.add(
      "body",
      [(.paragraph, nil, "Under s117 the Council owed Eve Archer aftercare. Nothing else did.")])
    page.find(.person, at: page.place("Eve Archer"))
    let audit = page.audit()
    let collector = Collector()
    var report = ExplainReport(style: Style(), sink: collector.take)
    let candidate = PlaceExplanation.Candidate(
      title: "Vehicle registration", label: .vehicleRegistration, location: page.place("s117 the"),
      outcome: "A guard explains it, so there is no finding.",
      evidence: [
        Evidence(
          code: .vetoed, subject: "guards/statutory-section",
          words: "It is a section of an Act: “s117”-like forms are how decisions cite them.",
          weight: -100),
        Evidence(
          code: .rule, subject: "identity-numbers/vehicle-registration",
          words: "Letters and digits stand as on a number plate.", weight: 30),
      ])
    try report.place(
      PlaceExplanation(location: page.place("s117"), candidates: [candidate]), in: audit)
    try report.place(
      PlaceExplanation(location: page.place("Archer"), candidates: []), in: audit)
    try report.place(
      PlaceExplanation(location: page.place("Nothing"), candidates: []), in: audit)
    #expect(!collector.string.contains("Archer"))
    #expect(Golden.difference(collector.string, "explain-place.txt") == nil)
  }
}
