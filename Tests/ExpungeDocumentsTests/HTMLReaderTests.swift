import ExpungeDocuments
import ExpungeText
import TestSupport
import Testing

@Suite struct HTMLReaderTests {
  private func body(_ html: String) -> String {
    String(decoding: page(html).first?.text ?? [], as: UTF8.self)
  }

  private func others(_ html: String) -> [String] {
    page(html).dropFirst().map { part in
      "\(part.role) \(part.number): \(String(decoding: part.text, as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("<p>Mrs\n   <b>Tho</b>mpson </p>", "Mrs Thompson"),
    ("<div>one<div>two</div>three</div>", "one\ntwo\nthree"),
    ("<h1>The complaint</h1><p>One.</p><p>Two.</p>", "The complaint\n\nOne.\n\nTwo."),
    ("a&amp;b &lt;c&gt; &nbsp;d&eacute; &#8217;", "a&b <c> \u{A0}dé ’"),
    ("1 High Street<br>Leeds", "1 High Street\nLeeds"),
    ("one<br>\n<br>two", "one\n\ntwo"),
    (
      "<table><tr><th>Name<th>Born<tr><td><p>J</p><td>2 May</table>after",
      "Name\tBorn\nJ\t2 May\n\nafter"
    ),
    ("<table><tr><td>a<td><td>c<tr><td>d<td></table><p>x", "a\tc\nd\n\nx"),
    ("<ol start=3><li>c<li><p>d</p><li value=9>i</ol>", "3. c\n4. d\n\n9. i"),
    ("<ol type=a><li>x<li>y</ol><ul><li>z<li></ul>", "a. x\nb. y\n\n• z"),
    ("<ol reversed type=i><li>x<li>y</ol>", "ii. x\ni. y"),
    ("<pre>\n  a  b\n c</pre>", "a  b\n c"),
    ("x<script>var a = 'no'</script><style>p{}</style>y", "xy"),
    ("<p>Mrs <span hidden>not</span>X", "Mrs X"),
    ("<span aria-hidden=true>seen</span>", "seen"),
    ("<textarea>a\n<b>b</textarea>", "a\n<b>b"),
    ("x<svg><title>tip</title><text>seen</text></svg>", "xseen"),
  ])
  func showsWhatABrowserShows(html: String, text: String) { #expect(body(html) == text) }

  @Test func takesApartWhatIsNotShown() {
    let html = """
      <!DOCTYPE html><html><head><title>Draft &amp; notes</title>
      <meta name=author content="J. Doe"><meta name=viewport content="width=1">
      <link rel=stylesheet href=a.css></head><body><!-- for\nMrs Z --><a href="mailto:jane%40example.org">mail</a>
      <a href="tel:07700900123">call</a><img src="/p/jane.jpg"><img alt="Jane's house" src="data:image/png;base64,AA">
      <p style="Display : none">gone <a href="/x">away</a></p><p title=tip data-ref="12">q</p>
      <noscript>plain</noscript><template><p>later</p></template><iframe>old &amp; raw</iframe>
      <input type=hidden value="secret"></body></html>
      """
    #expect(
      others(html) == [
        "title 1: Draft & notes", "author 1: J. Doe", "comment 1: for\nMrs Z",
        "link 1: mailto:jane@example.org", "link 2: tel:07700900123",
        "pictureAddress 1: /p/jane.jpg",
        "alternativeText 2: Jane's house", "link 3: /x", "hiddenText 1: gone away",
        "attribute 1: tip", "attribute 2: 12", "hiddenText 2: plain", "hiddenText 3: later",
        "hiddenText 4: old &amp; raw", "attribute 3: secret",
      ])
  }

  @Test func blocksHaveKindsAndMarks() throws {
    let part = try #require(
      page("<h2>Head</h2><p>Text</p><ul><li>item</ul><table><tr><td>cell</table>").first)
    #expect(part.blocks.map(\.kind) == [.heading, .paragraph, .listItem, .cell])
    #expect(part.blocks.map(\.mark) == [nil, nil, "•", nil])
    #expect(
      part.blocks.map { String(decoding: part.text[$0.range.start..<$0.range.end], as: UTF8.self) }
        == ["Head", "Text", "• item", "cell"])
  }

  @Test func anExactPlaceInTheFileForWordsSplitByMarkup() throws {
    let html = "<p>Dear Mrs <b>Tho</b>mp&#115;on,\r\n  yours</p>"
    let part = try #require(page(html).first)
    let text = String(decoding: part.text, as: UTF8.self)
    #expect(text == "Dear Mrs Thompson, yours")
    func pieces(_ start: Int, _ end: Int) -> [String] {
      part.source.pieces(of: ByteRange(start, end)).map {
        String(decoding: Array(html.utf8)[$0.start..<$0.end], as: UTF8.self)
      }
    }
    #expect(pieces(9, 17) == ["Tho", "mp&#115;on"])
    #expect(pieces(17, 20) == [",\r\n  y"])
  }

  @Test(arguments: [
    ("&ampersand", "&ersand"), ("&notit;", "¬it;"), ("&unknown; x", "&unknown; x"),
    ("AT&T", "AT&T"), ("&nGt;", "≫⃒"), ("&#x80;", "€"), ("&#128512;", "😀"), ("a & b", "a & b"),
    ("&amp;amp;", "&amp;"), ("a</b>b", "ab"), ("1 < 2 <b>x", "1 < 2 x"), ("&hellip;&hellip;", "……"),
    ("a\u{1}b\u{85}c", "a\u{FFFD}b\u{FFFD}c"), ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}"),
  ])
  func everyByteHasItsPlaceAroundReferences(html: String, text: String) throws {
    let part = try #require(page("<p>" + html).first)
    #expect(String(decoding: part.text, as: UTF8.self) == text)
    #expect(checkMap(part.text, part.source, file: Array(("<p>" + html).utf8)) == part.text.count)
  }

  /// Found by fuzzing: the parser makes bytes that are no character of numbers beyond its own.
  @Test(arguments: [
    "<p>&#x9aaaaaaa Jane", "<p title=\"&#x9aaaaaaa\">&#x80000000; Jane", "&#4294967167;Jane",
  ])
  func numbersBeyondAllCharactersLeaveTheTextValid(html: String) {
    let parts = wholePage(html).parts
    for part in parts {
      #expect(String(validating: part.text, as: UTF8.self) != nil)
      checkMap(part.text, part.source, file: Array(html.utf8))
    }
    #expect(parts.contains { String(decoding: $0.text, as: UTF8.self).contains("Jane") })
  }

  @Test func attributesHaveTheirPlaces() throws {
    for html in [
      "<a href='mailto:a&amp;b%40x.org?s=1&copy=2'>x</a>", "<a href=mailto:a@x.org>x</a>",
      "<a href = \"x%C3%A9%zz\">x</a>",
    ] {
      let link = try #require(page(html).last)
      #expect(checkMap(link.text, link.source, file: Array(html.utf8)) == link.text.count)
    }
    #expect(others("<a href='?s=1&copy=2&copy;'>x</a>") == ["link 1: ?s=1&copy=2©"])
  }

  /// Whatever fragments are glued together: maps hold, and text without a place is only what the
  /// reader itself put between blocks.
  @Test func mapsHoldOnRandomPages() {
    let fragments = [
      "<p>", "</p>", "<b>", "</b>", "<i>", "</div>", "<div>", "<ul>", "<li>", "<ol>", "</ol>",
      "<br>",
      "<table>", "<tr>", "<td>", "</table>", "<pre>", "</pre>", "\r\n", "\n", "\r", "  ", "\t",
      "&amp;", "\u{FFFE}",
      "&nbsp;", "&#39;", "&lt", "&bogus;", "&", "<", ">", "Łukasz", "Mrs Thompson", "’s", "😀", "x",
      "<!-- note -->", "<!-->", "<?xml x?>", "</ bogus>", "<a href=\"mailto:j&amp;d@x.org\">",
      "</a>",
      "<span hidden>", "</span>", "<textarea>", "</textarea>", "<svg>", "</svg>", "<![CDATA[ x ]]>",
      "<title>", "</title>", "<select>", "<option>", "</select>", "<h1>", "</h1>",
      "<img alt='a b'>", "<script>", "</script>", "<style>", "</style>", "\\u0041", "\\'",
      "<p id=x&amp;y title=a title='b c'>", "<a href='?q=a+b%20c'>", "data:text/plain;base64,QUJD",
    ]
    var generator = SeededGenerator(seed: 2026)
    for _ in 0..<3000 {
      var html = ""
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        html += fragments[Int.random(in: 0..<fragments.count, using: &generator)]
      }
      let file = Array(html.utf8)
      for part in wholePage(html).parts {
        checkMap(part.text, part.source, file: file)
        checkBlocks(part)
        let unplaced = unplaced(part)
        #expect(
          unplaced.allSatisfy { " \n\t•.0123456789ABC".contains($0) }, "\(html.debugDescription)")
      }
    }
  }

  private func checkBlocks(_ part: ReadPart) {
    // The lines of an attribute or a script keep the white space around them.
    let isOfLines = [.attribute, .link, .script, .styleSheet].contains(part.role)
    var end = 0
    for block in part.blocks {
      #expect(block.range.start >= end && block.range.end <= part.text.count)
      let between = part.text[end..<block.range.start]
      #expect(between.allSatisfy { $0 == 0x0A || $0 == 0x09 || $0 == 0x20 && isOfLines })
      end = block.range.end
    }
    #expect(end == part.text.count || isOfLines && part.text[end...].allSatisfy(Ascii.isSpace))
  }

  private func unplaced(_ part: ReadPart) -> String {
    var bytes: [UInt8] = []
    var end = 0
    for run in part.source.runs {
      bytes += part.text[end..<run.text.start]
      end = run.text.end
    }
    bytes += part.text[end...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
