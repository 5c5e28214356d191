import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows
import Testing

@Suite("Limits of a run")
struct LimitTests {
  private func audit(_ text: String, limits: Limits) throws -> DocumentAudit {
    var options = EngineOptions()
    options.limits = limits
    var auditor = DocumentAuditor(engine: try AuditEngine(options: options))
    return auditor.examine(Array(text.utf8), path: "draft.txt", name: "draft.txt").audit
  }

  @Test("findings beyond the limit make a document incomplete")
  func findings() throws {
    var limits = Limits()
    limits.findings = 5
    let text = (0..<9).map { "Ring 07700 90046\($0) today.\n\n" }.joined()
    let capped = try audit(text, limits: limits)
    #expect(capped.findings.count == 5)
    #expect(capped.unread.map(\.limit) == ["findings"])
    #expect(capped.sha256 == nil)
    let whole = try audit(text, limits: Limits())
    #expect(whole.findings.count == 9)
    #expect(whole.complete)
  }
}

@Suite("Names alone")
struct NameTests {
  @Test("pieces of a path are looked at one by one")
  func pieces() throws {
    var auditor = DocumentAuditor(engine: try AuditEngine(options: EngineOptions()))
    let path = "drafts/Mrs Quonberry/../07700 900461/plan.pdf"
    #expect(auditor.leakingPieces(of: path, file: .unread) == [1, 3])
    #expect(auditor.leakingPieces(of: "a/Mrs Quonberry.pdf", file: .unread) == [1])
    #expect(auditor.leakingPieces(of: "a/Mrs Quonberry.pdf", file: .examinedWithDocument) == [])
    #expect(auditor.leakingPieces(of: "", file: .unread) == [])
    #expect(auditor.leakingPieces(of: "/", file: .unread) == [])
  }

  @Test("a sentence about a file loses what leaks and nothing else")
  func sentence() {
    #expect(
      MaskedSentence.of("drafts/Mrs Quonberry/07700 900461.txt is unread since 2026-11-22")
        == "drafts/Mrs [NAME]/[PHONE].txt is unread since 2026-11-22")
    #expect(
      MaskedSentence.of("packs/mine.yaml:7:5: there is no key “titel”")
        == "packs/mine.yaml:7:5: there is no key “titel”")
  }
}
