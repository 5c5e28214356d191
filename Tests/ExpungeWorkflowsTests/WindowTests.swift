import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows
import Foundation
import TestSupport
import Testing

/// A document is judged window by window; what is found does not depend on where the windows lie.
@Suite("Windows")
struct WindowTests {
  private static let sentences = [
    "Mrs X complained that Exampleshire Council delayed an assessment.",
    "Mr Thornaby told the Council that he had moved.", "Her son, Jasper Quillfeather, was upset.",
    "The Council wrote to Mr Thornaby on 12 May 2024.", "Kent County Council paid £250.",
    "The complainant, Ms Kent, lives in Kent.", "She rang 01632 960123 and left a message.",
    "NHS number", "943 476 5919", "Sort code 12-34-56", "account 12345678", "Date of birth:",
    "12 May 1961", "He lives at 12 Larch Road,", "Exampleton, EX1 1AA.", "Mr\u{2019}s B",
    "1. In R (Thornaby) v Kent County Council [2019]", "a) Mrs\u{A0}Pemb\u{AD}erton rang.",
    "Write to jane.thornaby@example.org about the case.", "The social worker, Will Grace, agreed.",
    "The Council will grace the meeting.", "Thornaby and Quillfeather were both named.",
    "Quill", "Department for Work", "PO Box 12, AB1 2CD", "Ms", "Okafor", "born on", "5 May 2009",
    "Mrs Y is a 47 year old nurse at Elm School.", "On 3 June 2021 her daughter, 9, was excluded.",
    "The Thornaby Centre closed in 2019.", "I have not seen any evidence of fault.",
    "[expunge: allow people/titled-name; reason: a test]", "Decision date: 4 May 2024",
  ]

  private func text(seed: Int, lines: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(seed))
    return (0..<lines).map { _ in
      let ending = ["\n", "\n\n", " ", ", ", "\r\n\r\n"].randomElement(using: &generator) ?? ""
      return (Self.sentences.randomElement(using: &generator) ?? "") + ending
    }.joined()
  }

  /// All that an audit says, line by line.
  private func lines(
    _ text: [UInt8], _ name: String, windowBytes: Int, findings: Int? = nil
  ) throws -> [String] {
    var options = EngineOptions()
    options.windowBytes = windowBytes
    if let findings { options.limits.findings = findings }
    var auditor = DocumentAuditor(engine: try AuditEngine(options: options))
    let audit = auditor.examine(text, path: name, name: name).audit
    return audit.findings.map { "\($0)" } + audit.unread.map { "\($0)" }
      + audit.markers.map { "\($0)" } + audit.unlisted.map { "\($0)" }
  }

  @Test("any windows give the same as one, on glued texts", arguments: 1...12)
  func glued(seed: Int) throws {
    let text = Array(text(seed: seed, lines: 60 + 20 * seed).utf8)
    let whole = try lines(text, "draft.txt", windowBytes: .max)
    #expect(!whole.isEmpty)
    for bytes in [1, 100 * seed] {
      let parted = try lines(text, "draft.txt", windowBytes: bytes)
      #expect(parted == whole, "seed \(seed), windows of \(bytes)")
    }
  }

  @Test("… on fragments that patterns trip over", arguments: 1...4)
  func fragments(seed: Int) throws {
    var generator = FragmentText(seed: UInt64(seed))
    var text = generator.text(bytes: 6_000)
    for place in stride(from: 90, to: text.count, by: 97) where text[place] == 0x20 {
      text[place] = 0x0A
    }
    let whole = try lines(text, "draft.txt", windowBytes: .max)
    #expect(!whole.isEmpty)
    #expect(try lines(text, "draft.txt", windowBytes: 1) == whole)
    #expect(try lines(text, "draft.txt", windowBytes: 700) == whole)
  }

  @Test("… on our example, often repeated: more than is kept between the two looks")
  func example() throws {
    let sample = Command.root.appendingPathComponent("Reports/Samples/draft.txt")
    let draft = Array(try Data(contentsOf: sample))
    var text: [UInt8] = []
    for number in 0..<60 {
      text += draft
      text += Array(
        "\n\nMs Quill\(["ham", "ley", "ton"][number % 3]) of \(number) Elm Road.\n\n".utf8)
    }
    let whole = try lines(text, "draft.txt", windowBytes: .max)
    #expect(try lines(text, "draft.txt", windowBytes: 4_000) == whole)
    let capped = try lines(text, "draft.txt", windowBytes: .max, findings: 100)
    #expect(try lines(text, "draft.txt", windowBytes: 4_000, findings: 100) == capped)
  }

  @Test("a text without paragraphs is cut where something ends, and loses nothing there")
  func endless() throws {
    let unit =
      "Mrs Y told the council about it, then Mr Thornaby of Exampleshire rang 01632 960123. "
    let text = Array(String(repeating: unit, count: 9_000).utf8)
    let part = Part(
      name: "body", kind: .body, visibility: .shown, text: text,
      blocks: [Block(kind: .paragraph, range: ByteRange(0, text.count))], source: .none)
    #expect(part.blocks.count == 3)
    var end = -1
    for block in part.blocks {
      #expect(block.range.start == end + 1)
      #expect(text[block.range.start..<block.range.end].starts(with: Array("Mrs Y".utf8)))
      end = block.range.end
    }
    #expect(end == text.count - 1)
  }
}
