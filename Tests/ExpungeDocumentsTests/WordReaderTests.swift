import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import Testing

@Suite struct WordReaderTests {
  private func body(_ xml: String) -> String { WordFile(xml).read().bodyText }

  private static func text(_ words: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
  }

  private static func paragraph(_ words: String) -> String { "<w:p>\(text(words))</w:p>" }

  @Test(arguments: [
    (
      "<w:p><w:r><w:t>Mrs Tho</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>mpson</w:t></w:r></w:p>",
      "Mrs Thompson"
    ),
    (paragraph("One.") + "<w:p/>" + paragraph("Two."), "One.\n\nTwo."),
    ("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r></w:p>", "a b"),
    (
      "<w:p><w:r><w:t>1 High Street</w:t><w:br/><w:t>Leeds</w:t></w:r></w:p>",
      "1 High Street\nLeeds"
    ),
    (
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:softHyphen/><w:noBreakHyphen/></w:r></w:p>",
      "a\tb\u{AD}\u{2011}"
    ),
    (
      "<w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/><w:t>two</w:t></w:r></w:p>",
      "one\n\u{0C}two"
    ),
    ("<w:p><w:r><w:t>a&amp;b &#8217;é<![CDATA[<c>]]></w:t></w:r></w:p>", "a&b ’é<c>"),
    (
      "<w:tbl><w:tr><w:tc>\(paragraph("Name"))</w:tc><w:tc>\(paragraph("Born"))</w:tc></w:tr>"
        + "<w:tr><w:tc><w:p/></w:tc><w:tc>\(paragraph("2 May"))</w:tc></w:tr></w:tbl>"
        + paragraph("after"), "Name\tBorn\n\t2 May\n\nafter"
    ),
    ("<w:p><w:r><w:sym w:font=\"Arial\" w:char=\"00E9\"/></w:r></w:p>", "é"),
    (
      "<w:p><w:smartTag><w:r><w:t>in</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>side</w:t>"
        + "</w:r></w:sdtContent></w:sdt></w:p>", "inside"
    ),
  ])
  func showsWhatWordShows(xml: String, text: String) { #expect(body(xml) == text) }
}
