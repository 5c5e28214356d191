import ExpungeText
import Testing

@Suite("Sections of a decision")
struct DecisionOutlineTests {
  private static let furniture = DecisionFurniture(
    lines: ["back to top", "required cookies"],
    signOff: ["investigator's decision on behalf of the ombudsman"],
    headLines: ["category", "decision date"], summary: ["summary:"])

  static func part(_ paragraphs: [(Block.Kind, String)]) -> Part {
    var text: [UInt8] = []
    var blocks: [Block] = []
    for (kind, paragraph) in paragraphs {
      let start = text.count
      text += Array(paragraph.utf8)
      blocks.append(Block(kind: kind, range: ByteRange(start, text.count)))
      text += [0x0A, 0x0A]
    }
    return Part(
      name: "body", kind: .body, visibility: .shown, text: text, blocks: blocks,
      source: .identity(from: 0, count: text.count))
  }

  @Test("head, summary, sections, furniture")
  func sections() throws {
    let part = Self.part([
      (.paragraph, "Borsetshire County Council (24 007 318)"),
      (.paragraph, "Category : Education > School transport"),
      (.paragraph, "Decision date : 06 May 2026"),
      (.heading, "The Ombudsman's final decision:"),
      (.paragraph, "Summary: Mrs X complained about delay."),
      (.heading, "The complaint"),
      (.listItem, "  1. Mrs X says the Council delayed."),
      (.heading, "Back to top"),
      (.heading, "Final decision"),
      (.listItem, "  1. Fault found."),
      (.paragraph, "Investigator\u{2019}s decision on behalf of the Ombudsman"),
      (.heading, "Required cookies"),
      (.paragraph, "These cookies enable the website to function."),
    ])
    let structure = DecisionOutline.structure(of: part, furniture: Self.furniture)
    #expect(
      structure.sections.map(\.title) == [
        "Title", "The Ombudsman's final decision:", "Summary", "The complaint", "Page furniture",
        "Final decision", "Page furniture",
      ])
    let reference = try #require(structure.ownReference)
    #expect(
      String(decoding: part.text[reference.start..<reference.end], as: UTF8.self) == "24 007 318")
    let authority = try #require(structure.authority)
    #expect(
      String(decoding: part.text[authority.start..<authority.end], as: UTF8.self)
        == "Borsetshire County Council")
    let category = try #require(structure.category)
    #expect(
      String(decoding: part.text[category.start..<category.end], as: UTF8.self)
        == "Education > School transport")
    // Together they hold every block.
    for block in part.blocks {
      let section = structure.section(at: block.range.start)
      #expect(section?.range.contains(block.range) == true)
    }
  }

  @Test("a text that is no decision is one section without a title")
  func plain() {
    let structure = DecisionOutline.structure(
      of: Self.part([(.paragraph, "Dear Sir, thank you.")]), furniture: Self.furniture)
    #expect(structure.sections.count == 1)
    #expect(structure.ownReference == nil)
  }

  @Test("without the lists there are titles and headings alone")
  func noLists() {
    let part = Self.part([
      (.paragraph, "Borsetshire County Council (24 007 318)"), (.heading, "Back to top"),
      (.paragraph, "Summary: text"),
    ])
    let structure = DecisionOutline.structure(of: part, furniture: .none)
    #expect(structure.sections.map(\.title) == ["Title", "Back to top"])
  }

  @Test(
    "the reference",
    arguments: [
      ("25 019 474", true), ("25-019-474", true), ("19 018 519c", true), ("25019474", true),
      ("250 194 74", false), ("19 018 519e", false), ("2501947", false), ("a5 019 474", false),
    ])
  func reference(text: String, isReference: Bool) {
    #expect((OwnReference.digits(in: Array(text.utf8)[...]) != nil) == isReference)
  }
}
