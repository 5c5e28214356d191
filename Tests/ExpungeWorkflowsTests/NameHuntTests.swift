import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows
import Testing

/// A name that was given away once is hunted in every form, in the text and in the file's name.
@Suite("Names hunted through a document")
struct NameHuntTests {
  private static let engine = Result { try AuditEngine(options: EngineOptions()) }

  /// What blocks as a person's name, part by part.
  private func names(_ text: String, file: String = "decision.txt") throws -> [String] {
    var auditor = DocumentAuditor(engine: try Self.engine.get())
    let audit = auditor.examine(Array(text.utf8), path: file, name: file).audit
    let parts = audit.document?.parts ?? []
    return audit.findings.compactMap { finding in
      guard finding.label == .person, finding.blocking, let location = finding.location,
        parts.indices.contains(location.part)
      else { return nil }
      let text = parts[location.part].text
      return String(
        decoding: text[location.range.start..<location.range.end], as: UTF8.self)
    }
  }

  @Test(
    "in each of its forms",
    arguments: [
      ("PEMBERTHY was not at home.", "PEMBERTHY"),
      ("The Council lost Pemberthy's file.", "Pemberthy"),
      ("Nobody had asked the Pemberthys.", "Pemberthys"),
      ("A letter came for Pemberty.", "Pemberty"),
      ("A letter came for Pembberthy.", "Pembberthy"),
      ("A letter came for Pembarthy's mother.", "Pembarthy"),
      ("A letter came for Pemebrthy.", "Pemebrthy"),
    ])
  func forms(sentence: String, form: String) throws {
    let found = try names("The file names a Mrs Pemberthy.\n\nIt is raining. \(sentence)\n")
    #expect(found.contains(form))
  }

  @Test("a common word is nobody's misspelt name, nor is what differs in more than a letter")
  func words() throws {
    for sentence in [
      "Marches were held.", "Parishes objected.", "The Harrier flew.", "Barriers were put up.",
    ] {
      let found = try names(
        "The file names a Mrs Marche, a Mr Parrish and a Ms Barrier.\n\n\(sentence)\n")
      let words = sentence.split(separator: " ").map(String.init)
      #expect(words.allSatisfy { !found.contains($0) }, "\(sentence)")
    }
    #expect(
      try !names("The file names a Mrs Pemberthy.\n\nPembroth closed.\n").contains("Pembroth"))
  }

  @Test(
    "in the file's name",
    arguments: ["Pemberthy_final.txt", "final-pemberthy.txt", "PemberthySarah.txt"])
  func fileNames(file: String) throws {
    let found = try names("The file names a Mrs Pemberthy.\n", file: file)
    #expect(found.count > 1)
  }

  @Test("initials and particles that belong to a name are in the finding")
  func whole() throws {
    let text = """
      Present:
      Oyelaran, B. (Chair)
      Mrs van der Muelen
      The witness list has “Ibrahimov R”.
      """
    let found = try names(text)
    #expect(found.contains("Oyelaran, B"))
    #expect(found.contains("van der Muelen"))
    #expect(found.contains("Ibrahimov R"))
  }
}
