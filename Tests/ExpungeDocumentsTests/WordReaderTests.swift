import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import Testing

/// What a run of text looks like in a test's XML.
func wordRun(_ words: String, _ properties: String = "") -> String {
  let look = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
  return "<w:r>\(look)<w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
}

func wordParagraph(_ words: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr>\(wordRun(words))</w:p>"
}

@Suite struct WordReaderTests {
  @Test(arguments: [
    (
      "<w:p><w:r><w:t>Mrs Tho</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>mpson</w:t></w:r></w:p>",
      "Mrs Thompson"
    ),
    (wordParagraph("One.") + "<w:p/>" + wordParagraph("Two."), "One.\n\nTwo."),
    ("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r></w:p>", "a b"),
    (
      "<w:p><w:r><w:t>1 High Street</w:t><w:br/><w:t>Leeds</w:t></w:r></w:p>",
      "1 High Street\nLeeds"
    ),
    (
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:softHyphen/><w:noBreakHyphen/></w:r></w:p>",
      "a\tb\u{AD}\u{2011}"
    ),
    ("<w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/><w:t>two</w:t></w:r></w:p>", "one\n\u{0C}two"),
    ("<w:p><w:r><w:t>a&amp;b &#8217;é<![CDATA[<c>]]></w:t></w:r></w:p>", "a&b ’é<c>"),
    (
      "<w:tbl><w:tr><w:tc>\(wordParagraph("Name"))</w:tc><w:tc>\(wordParagraph("Born"))</w:tc>"
        + "</w:tr><w:tr><w:tc>\(wordParagraph("J"))</w:tc><w:tc><w:p/>\(wordParagraph("2 May"))"
        + "</w:tc></w:tr></w:tbl>" + wordParagraph("after"),
      "Name\tBorn\nJ\t2 May\n\nafter"
    ),
    ("<w:p><w:r><w:sym w:font=\"Arial\" w:char=\"00E9\"/></w:r></w:p>", "é"),
    (
      "<w:p><w:smartTag><w:r><w:t>in</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r>"
        + "<w:t>side</w:t></w:r></w:sdtContent></w:sdt></w:p>", "inside"
    ),
  ])
  func showsWhatWordShows(xml: String, text: String) {
    #expect(WordPackage(xml).read().bodyText == text)
  }

  @Test func leadsANameBackToItsPieces() throws {
    let reading = WordPackage(
      "<w:p>" + wordRun("for Mrs T") + wordRun("ho", "<w:b/>") + wordRun("&#109;ps") + wordRun("ö")
        + wordRun("n, who") + "</w:p>"
    ).read()
    #expect(reading.bodyText == "for Mrs Thompsön, who")
    #expect(
      try reading.pieces(of: "Thompsön", in: .body) == ["T", "ho", "&#109;ps", "ö", "n"])
  }

  @Test func namesHeadingsByTheirStyle() {
    let styles = """
      <w:style w:type="paragraph" w:styleId="H" w:customStyle="1"><w:name w:val="Jane's heading"/>
      <w:basedOn w:val="Heading1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
      """
    let reading = WordPackage(
      wordParagraph("A", "<w:pStyle w:val=\"H\"/>") + wordParagraph("b")
        + wordParagraph("C", "<w:outlineLvl w:val=\"2\"/>")
        + wordParagraph("d", "<w:pStyle w:val=\"H\"/><w:outlineLvl w:val=\"9\"/>")
    ).with("styles", "styles.xml", "w:styles", styles).read()
    #expect(
      reading.parts.first?.blocks.map(\.kind) == [.heading, .paragraph, .heading, .paragraph])
    #expect(reading.texts(.styleName) == ["Jane's heading"])
  }

  private static let numbering = """
    <w:abstractNum w:abstractNumId="4">
    <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
    <w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0">
    <w:startOverride w:val="1"/></w:lvlOverride></w:num>
    """

  private static func item(_ words: String, _ list: Int, _ level: Int = 0) -> String {
    wordParagraph(
      words,
      "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  @Test func countsListsAsWordDoes() {
    let body =
      Self.item("a", 1) + Self.item("b", 1) + Self.item("c", 1, 1) + Self.item("d", 1, 1)
      + Self.item("e", 1, 2) + Self.item("f", 1) + Self.item("g", 1, 1) + wordParagraph("between")
      + Self.item("h", 2) + Self.item("i", 3) + Self.item("j", 3) + Self.item("k", 0)
    let reading = WordPackage(body).with("numbering", "n.xml", "w:numbering", Self.numbering).read()
    #expect(
      reading.bodyText == """
        3. a
        4. b
        4.a) c
        4.b) d
        (I) e
        5. f
        5.a) g

        between

        • h
        1. i
        2. j

        k
        """)
    #expect(reading.parts.first?.blocks.first?.mark == "3.")
    #expect(reading.parts.first?.blocks.first?.kind == .listItem)
  }

  @Test func keepsWhatCannotBeSeenApart() {
    let styles = """
      <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
      <w:rPr><w:vanish/></w:rPr></w:style>
      """
    let body =
      "<w:p>" + wordRun("seen ") + wordRun("gone", "<w:vanish/>") + wordRun(" on", "<w:vanish/>")
      + wordRun("and ") + wordRun("white", "<w:color w:val=\"FFFFFF\"/>")
      + wordRun("dark ", "<w:color w:val=\"FFFFFF\"/><w:shd w:fill=\"000000\"/>")
      + wordRun("dust", "<w:sz w:val=\"2\"/>") + wordRun("not ", "<w:vanish w:val=\"0\"/>")
      + wordRun("styled", "<w:rStyle w:val=\"Secret\"/>") + wordRun("hidden") + "</w:p>"
    let reading = WordPackage(body).with("styles", "styles.xml", "w:styles", styles).read()
    #expect(reading.bodyText == "seen and dark not hidden")
    #expect(reading.texts(.hiddenText) == ["gone on", "white", "dust", "styled"])
    #expect(reading.facts[.hiddenText] == 4)
  }

  @Test func readsEachLayerUnderItsName() {
    let header = "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"h\"/></w:sectPr>"
    let body = """
      <w:p><w:bookmarkStart w:id="1" w:name="Thompson_file"/><w:bookmarkStart w:id="2" w:name="_Toc12"/>
      <w:hyperlink r:id="l" w:tooltip="about Mrs T"><w:r><w:t>link</w:t></w:r></w:hyperlink>
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTHOR Jane </w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>cached</w:t></w:r>
      <w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r>
      </w:fldSimple><w:sdt><w:sdtPr><w:alias w:val="Case"/><w:tag w:val="case-of-jane"/></w:sdtPr>
      <w:sdtContent><w:r><w:t>!</w:t></w:r></w:sdtContent></w:sdt></w:p>
      <w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Jane at home"/><a:graphic>
      <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="jane.jpg"/></pic:nvPicPr></pic:pic></a:graphic>
      </wp:inline></w:drawing></w:r></w:p>\(header)
      """
    let reading = WordPackage(body)
      .with("header", "h1.xml", "w:hdr", wordParagraph("for Mr Ackroyd"), id: "h")
      .with("footer", "f1.xml", "w:ftr", wordParagraph("nobody's"))
      .with(
        "footnotes", "notes.xml", "w:footnotes",
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"1\">"
          + wordParagraph("see file") + "</w:footnote>"
      )
      .with(
        "comments", "c.xml", "w:comments",
        "<w:comment w:author=\"Jane Doe\" w:initials=\"JD\" w:date=\"2024-05-01T10:00:00Z\">"
          + wordParagraph("ask her") + "</w:comment>"
      )
      .with(
        "people", "p.xml", "w15:people",
        "<w15:person w15:author=\"Jane Doe\"><w15:presenceInfo w15:userId=\"jane@example.org\"/>"
          + "</w15:person>"
      )
      .with(
        "settings", "s.xml", "w:settings",
        "<w:docVars><w:docVar w:name=\"case\" w:val=\"Thompson\"/></w:docVars>"
      )
      .withExternal("hyperlink", "https://example.org/jane%20doe", id: "l")
      .withProperties(
        "core-properties", "docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
          + "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Jane</dc:creator>"
          + "<cp:lastModifiedBy>Joan</cp:lastModifiedBy></cp:coreProperties>"
      )
      .withEntry("word/media/jane.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
      .withEntry("stray/strange.xml", "<a><b who=\"Nobody Known\">spoke</b></a>")
      .read()
    #expect(reading.bodyText == "linkcached7!")
    let expected: [(PartRole, Int, String)] = [
      (.bookmark, 1, "Thompson_file"), (.link, 1, "about Mrs T"), (.field, 1, " AUTHOR Jane "),
      (.contentControl, 1, "Case\ncase-of-jane"), (.alternativeText, 1, "Jane at home\njane.jpg"),
      (.firstPageHeader, 1, "for Mr Ackroyd"), (.footer, 2, "nobody's"), (.footnote, 1, "see file"),
      (.comment, 1, "ask her"), (.commentAuthor, 1, "Jane Doe\nJD"),
      (.person, 1, "Jane Doe\njane@example.org"), (.setting, 1, "case\nThompson"),
      (.link, 2, "https://example.org/jane doe"),
      (.documentProperty, DocumentProperty.author.number, "Jane"),
      (.documentProperty, DocumentProperty.lastModifiedBy.number, "Joan"),
    ]
    for (role, number, text) in expected {
      #expect(
        reading.text(role, number)?.trimmingSpaces == text.trimmingSpaces, "\(role) \(number)")
    }
    #expect(reading.texts(.innerFile).contains { $0.contains("Nobody Known\nspoke") })
    #expect(reading.texts(.innerNames).first?.contains("word/media/jane.jpg") == true)
    #expect(reading.unread.map(\.kind) == [.picture])
    #expect(
      reading.facts == [
        .comments: 1, .footnotes: 1, .externalLinks: 1, .pictures: 1, .strayEntries: 2,
      ])
  }

  @Test func readsBothFacesOfABoxButShowsOne() {
    func box(_ words: String) -> String {
      "<w:txbxContent>\(wordParagraph(words))</w:txbxContent>"
    }
    let reading = WordPackage(
      """
      <w:p>\(wordRun("before "))<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
      <wps:txbx>\(box("in a box"))</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>
      \(box("in a box"))</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(wordRun("after"))
      </w:p><w:p><w:r><w:pict><v:shape alt="a mark"><v:textpath string="DRAFT"/></v:shape></w:pict>
      </w:r></w:p>
      """
    ).read()
    #expect(reading.bodyText == "before after")
    #expect(reading.texts(.textBox) == ["in a box", "DRAFT"])
    #expect(reading.texts(.hiddenText) == ["in a box"])
    #expect(reading.texts(.alternativeText) == ["a mark"])
    #expect(reading.facts[.hiddenText] == nil, "what other programs show is not hidden")
  }

  @Test func readsStrictFiles() {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let reading = WordPackage(wordParagraph("strict")).read { document in
      document.replacing(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", with: strict)
    }
    #expect(reading.bodyText == "strict")
  }

  @Test func readsRemarksOfTheMarkup() {
    let reading = WordPackage(
      "<w:p><w:r><w:t>be<!-- for Mrs Thompson -->fore</w:t></w:r></w:p><?ask Mr Ackroyd?>"
    ).read { "<!--by Jane Doe-->" + $0 + "<!--end of file-->" }
    #expect(reading.bodyText == "before")
    #expect(
      reading.texts(.innerFile) == [
        "by Jane Doe\nend of file\nfor Mrs Thompson\nask Mr Ackroyd"
      ])
  }

  // MARK: Bad files

  @Test func refusesDeclaredEntities() {
    let reading = WordPackage(wordParagraph("&name;")).read { document in
      "<!DOCTYPE d [<!ENTITY name \"Thompson\">]>" + document
    }
    #expect(reading.parts.isEmpty && reading.stops == [.declaredEntities])
  }

  @Test(arguments: [1, 40, 200, 700])
  func refusesAMainTextCutShort(bytes: Int) {
    let reading = WordPackage(wordParagraph("One.")).read { String($0.dropLast(bytes)) }
    #expect(reading.parts.isEmpty && reading.stops == [.damagedMarkup])
  }

  @Test func saysWhichOtherEntriesAreDamaged() {
    let reading = WordPackage(wordParagraph("One.")).withEntry("word/x.xml", "<a><b></a>")
      .withEntry("word/y.xml", [0x3C, 0x61, 0xFF, 0x2F, 0x3E]).read()
    #expect(reading.bodyText == "One.")
    #expect(reading.unread.map(\.kind) == [.damaged, .damaged])
    #expect(reading.unread.map(\.number) == [1, 2])
  }

  @Test func stopsAtItsLimits() {
    let deep =
      String(repeating: "<w:sdt>", count: 400) + wordParagraph("deep")
      + String(repeating: "</w:sdt>", count: 400)
    #expect(WordPackage(deep).read().bodyText == "deep")
    #expect(WordPackage(deep).read(nesting: 300).stops == [.nesting])
    let bookmarks = (0..<50).map { "<w:bookmarkStart w:name=\"name\($0)\"/>" }.joined()
    let reading = WordPackage("<w:p>\(bookmarks)</w:p>").read(parts: 20)
    #expect(reading.stops == [.documentParts] && reading.parts.count == 20)
  }

  @Test func needsNoParagraph() {
    let reading = WordPackage("").read()
    #expect(reading.bodyText.isEmpty && reading.stops.isEmpty && !reading.parts.isEmpty)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .joined(separator: "\n")
  }

  fileprivate func replacing(_ words: String, with others: String) -> String {
    var rest = self[...]
    var result = ""
    while let range = rest.firstRange(of: words) {
      result += rest[..<range.lowerBound] + others
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
