import ExpungeDocuments
import ExpungeText
import Testing

@Suite struct FileEditsTests {
  /// Replaces the words, which stand between guillemets in the page, by others.
  private func replace(
    _ marked: String, by replacement: String, as format: Document.Format = .html
  ) throws(FileEditError) -> String {
    var bytes: [UInt8] = []
    var edits: [FileEdit] = []
    var start = 0
    for character in marked {
      if character == "«" {
        start = bytes.count
      } else if character == "»" {
        edits.append(
          FileEdit(source: ByteRange(start, bytes.count), replacement: Array(replacement.utf8)))
      } else {
        bytes += Array(String(character).utf8)
      }
    }
    let edited = try FileEdits.apply(edits, to: bytes, format: format, encoding: .utf8)
    return String(decoding: edited, as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>«Doe» said", "[A & <B>]", "<p>[A &amp; &lt;B&gt;] said"),
    ("<p title=\"«Doe»\">«Doe»", "a\"b'", "<p title=\"a&quot;b'\">a\"b'"),
    ("<p title='x «Doe»'>", "a\"b'", "<p title='x a\"b&#39;'>"),
    ("<a href=mailto:«j@x.org»>", "[EMAIL 1]", "<a href=mailto:[EMAIL&#32;1]>"),
    ("<!-- «Doe» -->", "a --> & b", "<!-- a --&gt; & b -->"),
    ("<title>«Doe»</title><p>«Doe»", "<x>", "<title>&lt;x&gt;</title><p>&lt;x&gt;"),
    ("<p a='>' b=\"<\">«Doe»", "<", "<p a='>' b=\"<\">&lt;"),
    ("a < b «Doe»", "<", "a < b &lt;"),
    ("<script>var a = '<p>'</script>«Doe»", ">", "<script>var a = '<p>'</script>&gt;"),
    ("«<p>Doe</p>»x", "", "x"),
    (
      #"<script type="application/ld+json">{"a\"": "b «Doe»"}</script>«Doe»"#, "\"</script>&\u{1}",
      #"<script type="application/ld+json">{"a\"": "b \"\u003c/script>&\u0001"}</script>"#
        + "\"&lt;/script&gt;&amp;\u{1}"
    ),
    (
      "<script async type=text/JSON>[\"«Doe»\"]</script>", "x",
      "<script async type=text/JSON>[\"x\"]</script>"
    ),
  ])
  func escapesForThePlace(marked: String, replacement: String, result: String) throws {
    #expect(try replace(marked, by: replacement) == result)
  }

  @Test(arguments: [
    "<«p» x>", "<script>«Doe»</script>", "«<p>Doe»", "<style>«Doe»",
    "<script type='application/json'>[«1»]</script>",
    "<script type='application/json'>[\"a«\", \"»b\"]</script>",
    "<script data-type='json'>\"«a»\"",
  ])
  func refusesWhereNoEscapeIsSafe(marked: String) {
    #expect(throws: FileEditError.self) { try replace(marked, by: "[A]") }
  }

  @Test func textAndMarkdownStayAsTheyAre() throws {
    #expect(try replace("«Doe» & <b>", by: "[A&B]", as: .plainText) == "[A&B] & <b>")
    #expect(try replace("**«Doe»**", by: "[NAME 1]", as: .markdown) == "**[NAME 1]**")
  }

  @Test func refusesEditsThatDoNotFit() {
    func apply(_ ranges: ByteRange..., encoding: TextEncoding = .utf8) throws {
      _ = try FileEdits.apply(
        ranges.map { FileEdit(source: $0, replacement: [0x78]) }, to: Array("abcdef".utf8),
        format: .plainText, encoding: encoding)
    }
    #expect(throws: FileEditError.overlapping(ByteRange(0, 3), ByteRange(2, 4))) {
      try apply(ByteRange(2, 4), ByteRange(0, 3))
    }
    #expect(throws: FileEditError.outOfPlace(ByteRange(5, 7))) { try apply(ByteRange(5, 7)) }
    #expect(throws: FileEditError.outOfPlace(ByteRange(1, 2))) {
      try apply(ByteRange(1, 2), encoding: .utf16LittleEndian)
    }
  }

  @Test func writesInTheFilesEncoding() throws {
    let wide: [UInt8] =
      [0xFF, 0xFE] + "<p>Doe".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let edited = try FileEdits.apply(
      [FileEdit(source: ByteRange(8, 14), replacement: Array("Ł<".utf8))], to: wide, format: .html,
      encoding: .utf16LittleEndian)
    #expect(
      edited == [0xFF, 0xFE] + "<p>Ł&lt;".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })

    let latin = Array("<p>Doe".utf8)
    let edit = FileEdit(source: ByteRange(3, 6), replacement: Array("é“Ł".utf8))
    #expect(
      try FileEdits.apply([edit], to: latin, format: .html, encoding: .windows1252)
        == Array("<p>".utf8) + [0xE9, 0x93] + Array("&#321;".utf8))
    #expect(throws: FileEditError.notRepresentable(ByteRange(3, 6), .windows1252)) {
      try FileEdits.apply([edit], to: latin, format: .plainText, encoding: .windows1252)
    }
  }

  /// What the reader's map says and what the editor replaces are the same place.
  @Test func replacesWhatWasRead() throws {
    let html = "<p>Mrs <b>Tho</b>mp&#115;on's</p><a href='mailto:t%40x.org' title=Thompson>T</a>"
    let document = try document(html, as: "a.html")
    let body = try document.body
    let link = try document.part("link 1")
    let attribute = try document.part("attribute 1")
    var pieces = body.source.pieces(of: try body.range(of: "Thompson"))
    pieces += link.source.pieces(of: try link.range(of: "t@x.org"))
    pieces += attribute.source.pieces(of: try attribute.range(of: "Thompson"))
    let edits = pieces.map { FileEdit(source: $0, replacement: Array("[N 1]".utf8)) }
    let edited = try FileEdits.apply(
      edits, to: Array(html.utf8), format: document.format, encoding: document.encoding)
    #expect(
      String(decoding: edited, as: UTF8.self)
        == "<p>Mrs <b>[N 1]</b>[N 1]'s</p><a href='mailto:[N 1]' title=[N&#32;1]>T</a>")
  }

  @Test func emptiedEmphasisTakesItsMarks() throws {
    let text = Array("**Ms Una** *Tarn*, who_cares __x__.".utf8)
    let edited = try FileEdits.apply(
      [
        FileEdit(source: ByteRange(5, 8), replacement: Array("[NAME 1]".utf8)),
        FileEdit(source: ByteRange(10, 11), replacement: []),
        FileEdit(source: ByteRange(12, 16), replacement: []),
      ], to: text, format: .markdown, encoding: .utf8)
    #expect(String(decoding: edited, as: UTF8.self) == "**Ms [NAME 1]**, who_cares __x__.")
  }
}
