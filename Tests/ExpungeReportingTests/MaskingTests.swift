import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Testing

@Suite("masking")
struct MaskingTests {
  private static func excerpt(
    _ lines: [DocumentBuilder.Line], _ values: [(Label, String)], width: Int = 80,
    reveal: Reveal? = nil
  ) throws -> String {
    var page = DocumentBuilder("a.txt")
    page.add("body", lines)
    for (label, value) in values { page.find(label, at: page.place(value)) }
    let audit = page.audit()
    let finding = try #require(audit.findings.first)
    let location = try #require(finding.location)
    return MaskedDocument(audit, reveal: reveal).excerpt(
      at: location, label: finding.label, width: width
    ).string
  }

  @Test("the sentence, with every finding replaced")
  func sentence() throws {
    let line =
      "I saw it. Mr. Thornbury of 14 Elm Grove, BZ1 4QQ wrote to J. Archer (aged 9)! That was all."
    #expect(
      try Self.excerpt(
        [(.paragraph, nil, line)],
        [
          (.person, "Thornbury"), (.address, "14 Elm Grove, BZ1 4QQ"), (.postcode, "BZ1 4QQ"),
          (.person, "J. Archer"), (.age, "aged 9"),
        ]) == "Mr. [NAME] of [ADDRESS] wrote to [NAME] ([AGE])!")
  }

  @Test(
    "where a sentence begins and ends",
    arguments: [
      ("He met J. Archer. Then Eve left. End.", "Then [NAME] left."),
      ("It said ‘no.’ Eve left", "[NAME] left"), ("  1. Eve left. Gone.", "1. [NAME] left."),
      ("See e.g. Eve here. Gone.", "See e.g. [NAME] here."),
      ("Paid £3.50 to Eve. Then", "Paid £3.50 to [NAME]."),
      ("Was it Eve? Yes.", "Was it [NAME]?"), ("one\nEve two. Three", "one [NAME] two."),
      ("Eve", "[NAME]"), ("No. 7 was (Eve’s.) Gone", "No. 7 was ([NAME]’s.)"),
    ])
  func bounds(line: String, expected: String) throws {
    #expect(try Self.excerpt([(.paragraph, nil, line)], [(.person, "Eve")]) == expected)
  }

  @Test(
    "no piece of a value stays beside its label",
    arguments: [
      ("Thorn", "saw [NAME] go"), ("bury", "saw [NAME] go"), ("ornb", "saw [NAME] go"),
      ("Thornbury", "saw [NAME] go"),
    ])
  func wholeWords(value: String, expected: String) throws {
    #expect(
      try Self.excerpt([(.paragraph, nil, "saw Thornbury go")], [(.person, value)]) == expected)
  }

  @Test(
    "words with joiners",
    arguments: [
      ("Brien", "O’Brien’s car", "[NAME]’s car"), ("Smith", "Smith-Jones left", "[NAME] left"),
      ("thorn", "474-thornbury.txt", "474-[NAME].txt"), ("960", "01632-960417", "[NAME]"),
      ("Thornbury", "‘Thornbury’ left", "‘[NAME]’ left"),
      ("Thornbury", "Thornburys left", "[NAME] left"),
      ("Łuk", "by Łukasz\u{AD}owi", "by [NAME]"), ("王小", "叫王小明的人", "叫[NAME]明的人"),
    ])
  func joiners(value: String, line: String, expected: String) throws {
    #expect(try Self.excerpt([(.paragraph, nil, line)], [(.person, value)]) == expected)
  }

  @Test("trimmed on word boundaries, labels whole, omission marked", arguments: 20...70)
  func trimmed(width: Int) throws {
    let line =
      "nobody but Eve Archer could have told the Council that Amelia Thornbury had seen Tom Forrest there"
    let masked = try Self.excerpt(
      [(.paragraph, nil, line)],
      [(.person, "Amelia Thornbury"), (.person, "Eve Archer"), (.person, "Tom Forrest")],
      width: width)
    #expect(masked.contains("[NAME]"))
    #expect(DisplayWidth.cells(masked) <= width)
    let known = Set("\(line) [NAME] …".split(separator: " "))
    for word in masked.split(separator: " ") { #expect(known.contains(word), "\(masked)") }
  }

  @Test("a finding that begins in the block before is one label")
  func acrossBlocks() throws {
    var page = DocumentBuilder("a.txt")
    page.add(
      "body", [(.paragraph, nil, "met Amelia"), (.paragraph, nil, "Thornbury and Eve left")])
    page.find(.person, at: page.place("Amelia\nThornbury"))
    page.find(.person, at: page.place("Eve"))
    let audit = page.audit()
    let location = try #require(audit.findings.last?.location)
    #expect(
      MaskedDocument(audit).excerpt(at: location, label: .person, width: 80).string
        == "[NAME] and [NAME] left")
  }

  @Test("huge words never hide the label", arguments: [false, true])
  func hugeWord(isRevealed: Bool) throws {
    let wall = String(repeating: "=", count: 5_000)
    let text = try Self.excerpt(
      [(.paragraph, nil, "\(wall)Thornbury\(wall) and so on")], [(.person, "Thornbury")], width: 60,
      reveal: isRevealed ? Reveal() : nil)
    #expect(text.contains(isRevealed ? "Thornbury" : "[NAME]"))
    #expect(DisplayWidth.cells(text) <= 70)
  }

  @Test("section titles and openings are masked too")
  func places() throws {
    let audit = Fixtures.draft
    let words = PlaceWords(MaskedDocument(audit))
    let place = words.place(audit.findings[3].location).string
    #expect(
      place == "What [NAME] told us, paragraph 1, beginning “The social worker wrote to [NAME] …”")
    #expect(words.position(audit.findings[3].location) == "line 6, column 33")
    #expect(words.place(audit.findings[12].location).string == "File name")
    #expect(words.place(nil).string == "The document as a whole")
    #expect(
      PlaceWords(MaskedDocument(audit, reveal: Reveal())).place(audit.findings[3].location).string
        .hasPrefix("What Amelia Thornbury told us, paragraph 1"))
  }

  @Test(
    "a block's own number is shown, and nothing else that stands for one",
    arguments: [
      ("3.", "paragraph 3"), ("2.14", "paragraph 2.14"), ("(iv)", "paragraph iv"),
      ("b)", "paragraph b"), ("\u{2022}", "1st paragraph"), ("Eve)", "1st paragraph"),
      ("943476591.", "1st paragraph"),
    ])
  func marks(mark: String, words: String) {
    var page = DocumentBuilder("a.txt")
    page.add("body", [(.listItem, mark, "\(mark) the Council agreed")])
    let place = PlaceWords(MaskedDocument(page.audit())).place(page.place("agreed")).string
    #expect(place == "Title, \(words), beginning “the Council agreed”")
  }

  @Test("a heading's colon does not stand before a comma")
  func colon() {
    var page = DocumentBuilder("a.txt")
    page.add("body", [(.heading, nil, "The final decision:"), (.paragraph, nil, "no fault")])
    let place = PlaceWords(MaskedDocument(page.audit())).place(page.place("fault")).string
    #expect(place == "The final decision, 1st paragraph, beginning “no fault”")
  }

  @Test("a title that is not where its section begins is not shown")
  func strayTitle() {
    var page = DocumentBuilder("a.txt")
    page.add("body", [(.heading, nil, "About Eve"), (.paragraph, nil, "nothing")])
    page.find(.person, at: page.place("Eve"))
    var audit = page.audit()
    let known = audit.structures[0]
    audit.structures[0] = PartStructure(
      sections: [.init(kind: .section, title: "Eve", range: known.sections[0].range)],
      lines: known.lines, ownReference: nil, authority: nil, category: nil)
    #expect(MaskedDocument(audit).sectionTitle(at: page.place("nothing")) == nil)
  }

  @Test("a range outside the text does no harm")
  func strayRange() throws {
    var page = DocumentBuilder("a.txt")
    page.add("body", [(.paragraph, nil, "Zoë left")])
    page.find(.person, at: Location(part: 0, range: ByteRange(3, 900)))
    page.find(.person, at: Location(part: 7, range: ByteRange(0, 4)))
    let audit = page.audit()
    #expect(try !Fixtures.text([audit]).contains("Zo"))
    #expect(try Fixtures.json([audit]).contains("\"location\":null"))
  }

  @Test("the label is as wide for every value")
  func constantWidth() throws {
    for value in ["Al", "Bartholomew"] {
      #expect(
        try Self.excerpt([(.paragraph, nil, "saw \(value) go")], [(.person, value)])
          == "saw [NAME] go")
    }
  }
}

@Suite("masked paths")
struct MaskedPathTests {
  private static func shown(
    _ path: String, _ label: Label, _ value: String, inFileName: Bool = false
  ) -> String {
    var page = DocumentBuilder(path)
    page.add("body", [(.paragraph, nil, "It is \(value) here.")])
    page.add(
      "file name", kind: .fileName, visibility: .metadata, [(.paragraph, nil, "x \(value) x")])
    page.find(label, at: page.place(value, in: inFileName ? 1 : 0))
    return MaskedPath(page.audit()).shown(path, number: 3)
  }

  @Test(
    "names in folders and files",
    arguments: [
      ("drafts/a.txt", "drafts/a.txt"), ("drafts/thornbury_2.txt", "drafts/[file 3].txt"),
      ("drafts/AThornburyFinal.docx", "drafts/[file 3].docx"),
      ("Thornbury, Amelia/final.md", "[folder of file 3]/final.md"),
      ("/srv/amelia/x.thornbury", "/srv/[folder of file 3]/[file 3]"),
      ("./Miss-x.txt", "./Miss-x.txt"),
    ])
  func names(path: String, expected: String) {
    #expect(Self.shown(path, .person, "Miss Amelia Thornbury") == expected)
  }

  @Test("other values, however they are written")
  func values() {
    #expect(Self.shown("x/QQ-12-34-56-C.txt", .niNumber, "QQ 12 34 56 C") == "x/[file 3].txt")
    #expect(Self.shown("x/2024.txt", .date, "2024") == "x/2024.txt")
  }

  @Test("a finding in the file name masks the name, whatever its severity")
  func fileName() {
    #expect(Self.shown("x/9.txt", .age, "9", inFileName: true) == "x/[file 3].txt")
  }
}
