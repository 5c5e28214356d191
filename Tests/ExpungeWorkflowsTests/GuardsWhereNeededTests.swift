import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows
import TestSupport
import Testing

/// Guards are looked for only where they can change a finding: the findings are the same.
struct GuardsWhereNeededTests {
  private static let sentences = [
    "Mrs X complained that Exampleshire Council delayed an assessment.",
    "Mr Thornaby told the Council that he had moved.", "Her son, Jasper Quillfeather, was upset.",
    "The Council wrote to Mr Thornaby on 12 May 2024.", "Kent County Council paid £250.",
    "The complainant, Ms Kent, lives in Kent.", "She rang 01632 960123 and left a message.",
    "Section 117 of the Mental Health Act 1983 applies.", "Her NHS number is 943 476 5919.",
    "He lives at 12 Larch Road, Exampleton, EX1 1AA.",
    "In R (Thornaby) v Kent County Council [2019]",
    "Write to jane.thornaby@example.org about the case.", "The social worker, Will Grace, agreed.",
    "The Council will grace the meeting.", "Thornaby and Quillfeather were both named.",
    "The Housing Ombudsman (Case 202312345) decided.", "Call the helpline on 0300 061 0614.",
    "I have not seen any evidence of fault.", "The Thornaby Centre closed in 2019.",
  ]

  @Test(arguments: 1...40)
  func theFindingsAreTheSame(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let engine = try AuditEngine(options: EngineOptions())
    var auditor = DocumentAuditor(engine: engine)
    let text = (0..<(seed % 9 + 1)).map { _ in
      (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
        Self.sentences.randomElement(using: &generator)
      }.joined(separator: " ")
    }.joined(separator: "\n\n")
    let bytes = Array(text.utf8)
    let all = auditor.examine(bytes, path: "draft.txt", name: "draft.txt", allGuards: true)
    let needed = auditor.examine(bytes, path: "draft.txt", name: "draft.txt")
    #expect(
      all.audit.findings.map { "\($0)" } == needed.audit.findings.map { "\($0)" }, "\(text)")
    #expect(all.audit.unread == needed.audit.unread)
  }
}
