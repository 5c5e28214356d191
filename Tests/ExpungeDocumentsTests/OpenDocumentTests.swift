import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import TestSupport
import Testing

@Suite struct OpenDocumentTests {
  @Test func readsParagraphsAsTheyShow() throws {
    let reading = OpenDocumentPackage(
      """
      <text:h text:outline-level="1">The complaint</text:h>
      <text:p>  Mrs <text:span>Tho</text:span>mpson
         rang<text:s text:c="2"/>us,<text:tab/>then<text:line-break/>wrote &amp; left.</text:p>
      <text:p><text:author-name>Jane Doe</text:author-name></text:p>
      """
    ).read()
    #expect(
      reading.bodyText
        == "The complaint\n\nMrs Thompson rang  us,\tthen\nwrote & left.\n\nJane Doe")
    #expect(reading.parts[0].blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
    #expect(try reading.pieces(of: "Thompson", in: .body) == ["Tho", "mpson"])
    #expect(reading.stops.isEmpty && reading.unread.isEmpty)
  }

  @Test func numbersListsAsTheyShow() {
    let styles = """
      <text:list-style style:name="L1"><text:list-level-style-number text:level="1" \
      style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" \
      style:num-format="a" style:num-suffix=")"/></text:list-style>
      <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" \
      text:bullet-char="x"/></text:list-style>
      """
    func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }
    let reading = OpenDocumentPackage(
      "<text:list text:style-name=\"L1\">" + item("<text:p>One</text:p><text:p>more</text:p>")
        + item(
          "<text:p>Two</text:p><text:list>" + item("<text:p>A</text:p>")
            + item("<text:p>B</text:p>") + "</text:list>") + "</text:list>"
        + "<text:p>Between</text:p><text:list text:style-name=\"L1\" "
        + "text:continue-numbering=\"true\">" + item("<text:p>Three</text:p>") + "</text:list>"
        + "<text:list text:style-name=\"L2\">" + item("<text:p>Dot</text:p>") + "</text:list>",
      styles: styles
    ).read()
    #expect(
      reading.bodyText
        == "1. One\n\nmore\n\n2. Two\na) A\nb) B\n\nBetween\n\n3. Three\n• Dot")
  }

  @Test func readsTablesByRowAndCell() {
    func cell(_ words: String) -> String {
      "<table:table-cell><text:p>\(words)</text:p></table:table-cell>"
    }
    let reading = OpenDocumentPackage(
      "<table:table><table:table-header-rows><table:table-row>\(cell("Name"))\(cell("Age"))"
        + "</table:table-row></table:table-header-rows><table:table-row>\(cell("Jane"))"
        + "\(cell("41"))</table:table-row></table:table><text:p>After</text:p>"
    ).read()
    #expect(reading.bodyText == "Name\tAge\nJane\t41\n\nAfter")
  }

  @Test func readsWhatStandsBesideTheText() throws {
    let reading = OpenDocumentPackage(
      """
      <text:p>We <text:a xlink:href="mailto:jane%40example.org" office:title="Her">wrote</text:a>.\
      <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>\
      <text:note-body><text:p>A note.</text:p></text:note-body></text:note>\
      <text:note text:note-class="endnote"><text:note-body><text:p>An end.</text:p>\
      </text:note-body></text:note>\
      <office:annotation office:name="__Annotation__1_2"><dc:creator>Jo Bloggs</dc:creator>\
      <dc:date>2026-01-01T09:00:00</dc:date><text:p>Check this.</text:p></office:annotation>\
      <text:bookmark-start text:name="for_Jane"/><text:bookmark-start text:name="__RefHeading__1_2"/>\
      <draw:frame draw:name="Frame1"><draw:text-box><text:p>In a box.</text:p></draw:text-box>\
      <svg:title>Her house</svg:title><svg:desc>Seen from the road</svg:desc></draw:frame></text:p>
      """
    ).read()
    #expect(reading.bodyText == "We wrote.")
    #expect(reading.texts(.link) == ["mailto:jane@example.org", "Her"])
    #expect(reading.text(.footnote) == "A note.")
    #expect(reading.text(.endnote) == "An end.")
    #expect(reading.text(.comment) == "Check this.")
    #expect(reading.text(.commentAuthor) == "Jo Bloggs")
    #expect(reading.texts(.bookmark) == ["for_Jane"])
    #expect(reading.text(.textBox) == "In a box.")
    #expect(reading.text(.alternativeText) == "Her house\nSeen from the road")
    #expect(reading.facts[.comments] == 1 && reading.facts[.footnotes] == 2)
    let copy = try reading.readAgain(after: .acceptChange)
    #expect(copy.bodyText == "We wrote." && copy.facts[.comments] == nil)
    #expect(copy.stops.isEmpty && copy.unread.isEmpty)
  }

  @Test func readsWhatCannotBeSeen() {
    let reading = OpenDocumentPackage(
      """
      <text:p>Seen <text:span text:style-name="T1">not seen</text:span> again.</text:p>\
      <text:p text:style-name="P1">White words.</text:p>\
      <text:section text:display="none"><text:p>In a section.</text:p></text:section>\
      <text:p><text:hidden-paragraph text:is-hidden="true"/>A paragraph.</text:p>\
      <text:p>Last <text:hidden-text text:string-value="by a field" text:is-hidden="true"/></text:p>
      """,
      styles: """
        <style:style style:name="T0" style:family="text"><style:text-properties \
        text:display="none"/></style:style><style:style style:name="T1" style:family="text" \
        style:parent-style-name="T0"/><style:style style:name="P1" style:family="paragraph">\
        <style:text-properties fo:color="#FFFFFF"/></style:style>
        """
    ).read()
    #expect(reading.bodyText == "Seen again.\n\nLast")
    #expect(
      reading.texts(.hiddenText) == [
        "not seen", "White words.\nIn a section.\nA paragraph.", "by a field",
      ])
    #expect(reading.facts[.hiddenText] == 3)
  }

  @Test func readsHeadersAndPropertiesAndTakesAuthorsOut() throws {
    let reading = OpenDocumentPackage("<text:p>Text.</text:p>").withStyles(
      """
      <office:styles><style:style style:name="Jane_20_style" style:display-name="Jane style" \
      style:family="paragraph"/></office:styles><office:master-styles>\
      <style:master-page style:name="Standard"><style:header><text:p>Head</text:p></style:header>\
      <style:footer-first><text:p>First foot</text:p></style:footer-first></style:master-page>\
      <style:master-page style:name="Other"><style:header-left><text:p>Left</text:p>\
      </style:header-left></style:master-page></office:master-styles>
      """
    ).withMeta(
      """
      <meta:generator>LibreOffice/7.4.7.2$Linux_X86_64</meta:generator><dc:title>A title</dc:title>\
      <meta:initial-creator>Jane Doe</meta:initial-creator><dc:creator>Jo Bloggs</dc:creator>\
      <meta:user-defined meta:name="Client">Ann Other</meta:user-defined>
      """
    ).read()
    #expect(reading.text(.header) == "Head" && reading.text(.firstPageFooter) == "First foot")
    #expect(reading.text(.evenPageHeader, 2) == "Left")
    #expect(reading.text(.styleName) == "Jane style")
    #expect(reading.text(.documentProperty, DocumentProperty.title.number) == "A title")
    #expect(reading.text(.documentProperty, DocumentProperty.initialAuthor.number) == "Jane Doe")
    #expect(
      reading.text(.documentProperty, DocumentProperty.lastModifiedBy.number) == "Jo Bloggs")
    #expect(reading.text(.customProperty) == "Client\nAnn Other")
    #expect(!reading.parts.contains { String(decoding: $0.text, as: UTF8.self).contains("7.4.7") })
    let copy = try reading.readAgain(after: .acceptChange)
    let words = copy.parts.map { String(decoding: $0.text, as: UTF8.self) }.joined()
    for name in ["Jane Doe", "Jo Bloggs", "Ann Other"] { #expect(!words.contains(name)) }
    #expect(words.contains("A title") && copy.stops.isEmpty && copy.unread.isEmpty)
  }

  @Test func leavesNoTextUnread() {
    let reading = OpenDocumentPackage(
      "<text:p>Text.</text:p><office:forms><text:x text:label=\"Jane of the form\"/></office:forms>"
    ).withEntry("more.xml", Array("<a b=\"An attribute here\">And a text here</a>".utf8)).read()
    let rest = reading.texts(.innerFile).joined(separator: "\n")
    for words in ["Jane of the form", "An attribute here", "And a text here"] {
      #expect(rest.contains(words))
    }
  }

  @Test func listsWhatIsNotReadAndLosesThePreview() throws {
    let reading = OpenDocumentPackage("<text:p>Text.</text:p>")
      .withEntry("Thumbnails/thumbnail.png", [0x89, 0x50, 0x4E, 0x47])
      .withEntry("layout-cache", [1, 2, 3, 0])
      .withEntry("Pictures/house.png", [0x89, 0x50, 0x4E, 0x47])
      .withEntry("Basic/Standard/Module1.xml", Array("<!DOCTYPE x><x>Sub</x>".utf8)).read()
    #expect(reading.unread.map(\.kind) == [.preview, .picture, .macros])
    #expect(reading.stops.isEmpty && reading.facts[.macros] == 1)
    let copy = try reading.readAgain(after: .acceptChange)
    #expect(copy.unread.map(\.kind) == [.picture, .macros] && copy.facts[.strayEntries] == nil)
    let names = try #require(copy.contents).bytes
    #expect(!String(decoding: names, as: UTF8.self).contains("Thumbnails"))
  }

  @Test func saysWhatItCannotRead() {
    let file = OpenDocumentPackage("<text:p>Text.</text:p>")
    #expect(file.read(changing: { String($0.dropLast(9)) }).stops == [.damagedMarkup])
    #expect(file.read(changing: { "<!DOCTYPE x>" + $0 }).stops == [.declaredEntities])
    #expect(file.read(nesting: 3).stops == [.nesting])
    #expect(file.read(textBytes: 3).stops == [.documentExpansion])
    #expect(
      file.withEntry("styles.xml", [1, 2], more: "<manifest:encryption-data/>").read().stops
        == [.encryptedPackage])
    let empty = PackageContents([PackageEntry(name: Array("mimetype".utf8), bytes: [])])
    #expect(OpenDocumentPackage.read(empty).stops == [.damagedPackage])
  }
}
