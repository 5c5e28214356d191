import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import TestSupport
import Testing

@Suite("Scripts, style sheets and tags")
struct CodeTests {
  private func found(_ body: String, _ kind: Part.Kind, _ code: String) throws -> [String] {
    let document = Document(
      format: .html,
      parts: [
        TestDocument.part(Array(body.utf8)),
        TestDocument.part(Array(code.utf8), name: "code", kind: kind),
      ])
    return try Bench().judge(document).findings.compactMap { finding in
      guard let location = finding.location, location.part == 1 else { return nil }
      let text = document.parts[1].text[location.range.start..<location.range.end]
      return String(decoding: text, as: UTF8.self)
    }
  }

  @Test(
    "a name that was given away is hunted there in any case",
    arguments: [Part.Kind.script, .styleSheet, .markup])
  func names(kind: Part.Kind) throws {
    #expect(try found("Mrs Thompson rang.", kind, "p id=thompson-1") == ["thompson"])
  }

  @Test("small letters there do not make a name doubtful in the text")
  func doubt() throws {
    let document = Document(
      format: .html,
      parts: [
        TestDocument.part(Array("Mrs Thompson rang. Thompson did.".utf8)),
        TestDocument.part(Array("p id=thompson-1".utf8), name: "code", kind: .markup),
      ])
    #expect(try Bench().judge(document).findings.count == 3)
  }

  @Test("a name that is also a word is not looked for in small letters")
  func words() throws {
    let body = "Mrs White rang. She wore white."
    #expect(try found(body, .styleSheet, "color: white") == [])
    #expect(try found(body, .styleSheet, "/* Mrs White */") == ["White"])
  }

  @Test("only what identifies directly counts")
  func indirect() throws {
    let code = "released 4 May 2026, reference 25 019 474"
    #expect(try found("Text.", .script, code) == ["25 019 474"])
    #expect(try found("Text.", .comment, code) == ["4 May 2026", "25 019 474"])
  }
}
