import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows
import Testing

@Suite("Lists of a decision's fixed lines")
struct OutlineListsTests {
  @Test("each is there, in small letters, and used")
  func lists() throws {
    let engine = try AuditEngine(options: EngineOptions())
    let furniture = DecisionFurniture(engine.library)
    for list in [furniture.lines, furniture.signOff, furniture.headLines, furniture.summary] {
      #expect(!list.isEmpty)
    }
    var auditor = DocumentAuditor(engine: engine)
    let text = """
      Borsetshire County Council (24 007 318)

      Category : Education

      Summary: Mrs X complained.

      Back to top
      """
    let audit = auditor.examine(Array(text.utf8), path: "a.txt", name: "a.txt").audit
    #expect(audit.structures.first?.sections.map(\.kind) == [.head, .summary, .furniture])
  }
}
