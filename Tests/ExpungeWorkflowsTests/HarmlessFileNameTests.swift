import ExpungeWorkflows
import Testing

@Suite("Names of files that were not read")
struct HarmlessFileNameTests {
  private static let engine = Result { try AuditEngine(options: EngineOptions()) }

  private func isShown(_ name: String) throws -> Bool {
    var auditor = try DocumentAuditor(engine: Self.engine.get())
    return auditor.leakingPieces(of: "cases/\(name)", file: .unread).isEmpty
  }

  @Test(
    "what says what a file is, is shown",
    arguments: [
      "25-019-474.pdf", "Final decision v2.docx", "FinalDecision_(3).DOCX", "scan 2026 05.tif",
      "Appendix A.xlsx", "page 3.png", "a.pdf", "report", ".pdf",
    ])
  func harmless(name: String) throws {
    let isShown = try isShown(name)
    #expect(isShown)
  }

  @Test(
    "what may be somebody's name is not",
    arguments: [
      "Quonberry.pdf", "quonberry.pdf", "QUONBERRY letter.pdf", "letterQuonberry2.pdf", "May.pdf",
      "Page.png", "decision-łoś.docx", "王.pdf", "Ng 2026.pdf", "report.quonberry",
      "25 019 474 SQ.pdf",
    ])
  func unknown(name: String) throws {
    let isShown = try isShown(name)
    #expect(!isShown)
  }

  @Test("what is chosen for the report, or examined with the document, is left to the rules")
  func chosen() throws {
    var auditor = try DocumentAuditor(engine: Self.engine.get())
    #expect(auditor.leakingPieces(of: "Quonberry", file: .chosen).isEmpty)
    #expect(auditor.leakingPieces(of: "Mrs Quonberry", file: .chosen) == [0])
    #expect(auditor.leakingPieces(of: "Quonberry.txt", file: .examinedWithDocument).isEmpty)
  }
}
