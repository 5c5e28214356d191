import ExpungeDocuments
import ExpungeText
import TestSupport
import Testing

/// What a page says to programs and to nobody's eyes.
@Suite struct PageCodeTests {
  private func others(_ html: String) -> [String] {
    page(html).dropFirst().map { part in
      "\(part.role) \(part.number): \(String(decoding: part.text, as: UTF8.self))"
    }
  }

  private func markup(_ html: String) throws -> [String] {
    let part = try #require(wholePage(html).parts.last)
    #expect(part.role == .markup)
    checkMap(part.text, part.source, file: Array(html.utf8))
    return part.blocks.map {
      String(decoding: part.text[$0.range.start..<$0.range.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    (
      "<script>var a = 'Jos\\u00e9', b = \"\\x41\\/b\"\n// by Mrs Doe</script>",
      "script 1: var a = 'José', b = \"A/b\"\n// by Mrs Doe"
    ),
    (
      "<script>'\\u{1F600} \\ud83d\\ude00 \\ud83d \\q\\nx'</script>",
      "script 1: '😀 😀 \\ud83d \\q\nx'"
    ),
    (
      "<script type='application/ld+json'>{\"author\": \"J. Doe &amp; Co\"}</script>",
      "script 1: {\"author\": \"J. Doe &amp; Co\"}"
    ),
    (
      "<style>p::after { content: 'Jos\\e9  Doe' } /* by Mrs \\000058 */</style>",
      "styleSheet 1: p::after { content: 'José Doe' } /* by Mrs X*/"
    ),
    ("<svg><style>/* Mrs X */</style></svg>", "styleSheet 1: /* Mrs X */"),
    ("<svg><script>'A &amp; B'<g>C</g></script></svg>", "script 1: 'A & B'|hiddenText 1: C"),
    ("<p onclick=\"tell('Jos\\u00e9')\">q", "attribute 1: tell('José')"),
    ("<p style=\"background: url(jos\\e9.png)\">q", "attribute 1: background: url(josé.png)"),
    ("<p aria-label='J. Doe'>q", "attribute 1: J. Doe"),
    ("<a href='/find?name=Jane+Doe&amp;tel=+44'>", "link 1: /find?name=Jane Doe&tel=+44"),
    ("<script src='a.js?of=Jane%20Doe'></script>", "link 1: a.js?of=Jane Doe"),
    ("<link rel=next href='?n=Jane%20Doe'>", "link 1: ?n=Jane Doe"),
    ("<meta name=description content='About Mrs X'>", "property 1: About Mrs X"),
  ])
  func decodesWhatAProgramWouldRead(html: String, text: String) {
    #expect(others("<!doctype html>\(html)").joined(separator: "|") == text)
  }

  @Test func linesOfAScriptAreBlocksWithTheirPlaces() throws {
    let html = "<!doctype html><script>\n  let a = 'Jos\\u00e9 Doe'\n\n let b\n</script>"
    let part = try #require(page(html).last)
    #expect(
      part.blocks.map { String(decoding: part.text[$0.range.start..<$0.range.end], as: UTF8.self) }
        == ["let a = 'José Doe'", "let b"])
    #expect(checkMap(part.text, part.source, file: Array(html.utf8)) == part.text.count)
    let name = try #require(part.source.span(of: ByteRange(12, 21)))
    #expect(
      String(decoding: Array(html.utf8)[name.start..<name.end], as: UTF8.self)
        == "Jos\\u00e9 Doe")
  }

  @Test(arguments: [
    ("<p id=mrs-doe class='a b'>q</p>", ["p id=mrs-doe class='a b", "p"]),
    ("<p title='seen' title='Mrs Doe'>q", ["p title=", "title='Mrs Doe"]),
    ("<b>q</b Mrs Doe>", ["b", "b Mrs Doe"]),
    ("<p onclick=\"tell('Doe')\">q", ["p onclick=\"tell('Doe')"]),
    ("<p lang=Jos&eacute;\nwidth=3>q", ["p lang=José width=3"]),
    ("<p>a<p>b<p>c", ["p"]),
    (
      "<svg><path d='M1 2-3z'/><path d='Mrs Doe'/></svg>",
      ["svg", "path d=", "path d='Mrs Doe", "svg"]
    ),
    ("<link integrity='sha256-AB12CDE=' href=a.css>", ["link integrity=", "href=a.css"]),
  ])
  func whatNoOtherPartHoldsIsTheMarkup(html: String, blocks: [String]) throws {
    let expected = blocks.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    #expect(try markup(html) == expected)
  }

  @Test func pictureBytesAreLeftOutAndOtherDataIsReadOrUnread() throws {
    let picture = "<img alt=x src='data:image/png;base64,AB12CDE/AB12CDE='>"
    #expect(others(picture) == ["alternativeText 1: x"])
    #expect(try markup(picture) == ["img alt=", "src="])
    let font = "<style>@font-face { src: url(data:font/woff;base64,AAAA) }</style>"
    #expect(others(font) == ["styleSheet 1: @font-face { src: url(data:font/woff;base64,) }"])
    // "Mrs Doe", as a text and as a drawing.
    for type in ["text/plain", "image/svg+xml", "application/json;charset=utf-8"] {
      let reading = wholePage("<a href='data:\(type);base64,TXJzIERvZQ=='>q</a>")
      let hidden = reading.parts.filter { $0.role == .hiddenText }
      #expect(hidden.map { String(decoding: $0.text, as: UTF8.self) } == ["Mrs Doe"])
      #expect(reading.stops.isEmpty)
    }
    #expect(
      wholePage("<a href='data:application/pdf;base64,JVBERi0xLjcAAAA='>q</a>").stops
        == [.embeddedData])
  }

  @Test func everyWordOfAPageIsInSomePart() {
    let fragments = [
      "<p id=W>", "<p W>", "<p title=W title=W>", "<W>", "</W W>", "<script>W</script>",
      "<style>W", "</style>", "W", "<!--W-->", "<!W>", "<?W?>", "<select><div W>W", "</select>",
      "<table>W<tr W>", "<td onload='W'>", "<svg W>", "</svg>", "<math><W>", "<frameset W>",
      "<body W>", "<html W>", "<form W>", "<a href='?W'>", "<a href=W>", "<textarea>W", "</p>",
      "<plaintext W>", "<img src=W>", "<meta content=W>", "<template W>W</template>", "&", "<",
      ">", "\"", "'", "\n",
    ]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var html = ""
      var words: [String] = []
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let pieces = fragments[Int.random(in: 0..<fragments.count, using: &generator)]
          .split(separator: "W", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
          if index > 0 {
            words.append("w\(words.count)q")
            html += words[words.count - 1]
          }
          html += piece
        }
      }
      let texts = wholePage(html).parts.map { String(decoding: $0.text, as: UTF8.self) }
      let lost = words.filter { word in !texts.contains { $0.lowercased().contains(word) } }
      #expect(lost.isEmpty, "\(html.debugDescription)")
    }
  }
}
