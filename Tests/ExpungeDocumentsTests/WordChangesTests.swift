import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import TestSupport
import Testing

@Suite struct WordChangesTests {
  private static let by = "w:author=\"Jane Doe\" w:date=\"2024-05-01T10:00:00Z\""

  private static func inserted(_ content: String) -> String { "<w:ins \(by)>\(content)</w:ins>" }

  private static func deleted(_ words: String) -> String {
    "<w:del \(by)><w:r><w:delText xml:space=\"preserve\">\(words)</w:delText></w:r></w:del>"
  }

  private static func paragraph(_ content: String, mark: String = "") -> String {
    "<w:p><w:pPr><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>"
  }

  private static let deletedMark = "<w:del \(by)/>"
  private static let insertedMark = "<w:ins \(by)/>"

  /// The file once the cuts of a rule are made, as a rewriting makes them.
  private func applying(_ kind: LayerCut.Kind, to reading: ReadParts) throws -> ReadParts {
    let contents = try #require(reading.contents)
    let chosen = reading.cuts.filter { [kind, .comment, .property].contains($0.kind) }
      .sorted { $0.range < $1.range }
    var outermost: [LayerCut] = []
    for cut in chosen {
      if let last = outermost.last, cut.range.start < last.range.end {
        #expect(last.range.contains(cut.range), "cuts lie within or beside one another")
        continue
      }
      outermost.append(cut)
    }
    let entries = contents.entries.map { entry in
      var bytes: [UInt8] = []
      var end = entry.range.start
      for cut in outermost where entry.range.contains(cut.range) {
        bytes += contents.bytes[end..<cut.range.start] + cut.replacement
        end = cut.range.end
      }
      bytes += contents.bytes[end..<entry.range.end]
      return PackageEntry(name: entry.name, bytes: bytes)
    }
    let limits = ReaderLimits(parts: 1000, nesting: 1000, textBytes: 1 << 24)
    return WordReader.read(PackageContents(entries), limits: limits)
  }

  private func check(
    _ body: String, accepted: String, rejected: String, deletedTexts: [String]
  ) throws {
    let reading = WordPackage(body).read()
    #expect(reading.bodyText == accepted)
    #expect(reading.texts(.deletedText) == deletedTexts)
    for (kind, text) in [(LayerCut.Kind.acceptChange, accepted), (.rejectChange, rejected)] {
      let copy = try applying(kind, to: reading)
      #expect(copy.bodyText == text, "\(kind)")
      #expect(copy.facts[.trackedChanges] == nil && copy.stops.isEmpty && copy.unread.isEmpty)
      #expect(copy.texts(.deletedText).isEmpty && copy.texts(.changeAuthor).isEmpty)
    }
  }

  @Test func readsInsertionsAndDeletionsBothWays() throws {
    try check(
      Self.paragraph(
        wordRun("Mrs ") + Self.deleted("Thompson") + Self.inserted(wordRun("X")) + wordRun(" rang.")
      ) + Self.paragraph(wordRun("Same.")),
      accepted: "Mrs X rang.\n\nSame.", rejected: "Mrs Thompson rang.\n\nSame.",
      deletedTexts: ["Mrs Thompson rang."])
  }

  @Test func readsWhatWasTypedAndTakenAwayAgain() throws {
    try check(
      Self.paragraph(wordRun("She") + Self.inserted(Self.deleted(", Jane,")) + wordRun(" left.")),
      accepted: "She left.", rejected: "She left.", deletedTexts: ["She left.\n, Jane,"])
  }

  @Test func readsMovesAsDeletedThereAndInsertedHere() throws {
    try check(
      "<w:moveFromRangeStart w:id=\"1\" w:name=\"m\" \(Self.by)/>"
        + Self.paragraph("<w:moveFrom \(Self.by)>\(wordRun("moved"))</w:moveFrom>" + wordRun("a"))
        + "<w:moveFromRangeEnd w:id=\"1\"/>"
        + Self.paragraph("<w:moveTo \(Self.by)>\(wordRun("moved"))</w:moveTo>" + wordRun("b")),
      accepted: "a\n\nmovedb", rejected: "moveda\n\nb", deletedTexts: ["moveda", "b"])
  }

  @Test func joinsParagraphsWhoseEndIsGone() throws {
    try check(
      Self.paragraph(wordRun("Mrs Tho"), mark: Self.deletedMark) + Self.paragraph(wordRun("mpson"))
        + wordParagraph("after"),
      accepted: "Mrs Thompson\n\nafter", rejected: "Mrs Tho\n\nmpson\n\nafter",
      deletedTexts: ["Mrs Tho"])
    try check(
      Self.paragraph(wordRun("Mrs Tho"), mark: Self.insertedMark)
        + Self.paragraph(wordRun("mpson")),
      accepted: "Mrs Tho\n\nmpson", rejected: "Mrs Thompson", deletedTexts: ["Mrs Thompson"])
  }

  @Test func takesDeletedParagraphsOutWhole() throws {
    let gone = Self.paragraph(Self.deleted("Ask Mr Ackroyd."), mark: Self.deletedMark)
    try check(
      wordParagraph("One.") + gone + gone + wordParagraph("Two."),
      accepted: "One.\n\nTwo.", rejected: "One.\n\nAsk Mr Ackroyd.\n\nAsk Mr Ackroyd.\n\nTwo.",
      deletedTexts: ["Ask Mr Ackroyd.", "Ask Mr Ackroyd."])
  }

  @Test func takesDeletedRowsOut() throws {
    func row(_ change: String, _ content: String) -> String {
      "<w:tr><w:trPr>\(change)</w:trPr><w:tc>\(Self.paragraph(content))</w:tc></w:tr>"
    }
    try check(
      "<w:tbl>" + row("", wordRun("kept")) + row(Self.deletedMark, Self.deleted("old"))
        + row(Self.insertedMark, Self.inserted(wordRun("new"))) + "</w:tbl><w:p/>",
      accepted: "kept\nnew", rejected: "kept\nold", deletedTexts: ["old"])
  }

  @Test func namesWhoChangedAndWhen() {
    let format = "<w:rPrChange w:id=\"1\" w:author=\"Joan Roe\" w:date=\"2023-01-02T03:04:05Z\"/>"
    let reading = WordPackage(
      Self.paragraph(
        Self.deleted("a") + Self.deleted("b") + Self.inserted(wordRun("c", format + "<w:b/>")))
    ).read()
    #expect(reading.texts(.changeAuthor) == ["Jane Doe\n2024-05-01", "Joan Roe\n2023-01-02"])
    #expect(reading.facts[.trackedChanges] == 4)
  }

  @Test func takesOutCommentsAndMakers() throws {
    let core = """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jane</dc:creator><dc:title>Draft</dc:title>\
      </cp:coreProperties>
      """
    let body = """
      <w:p>\(Self.inserted("<w:commentRangeStart w:id=\"0\"/>" + wordRun("x")))\
      <w:commentRangeEnd w:id="0"/><w:r><w:rPr/><w:commentReference w:id="0"/></w:r></w:p>
      """
    let reading = WordPackage(body)
      .with(
        "comments", "c.xml", "w:comments",
        "<w:comment w:author=\"Jane\">\(Self.paragraph(Self.deleted("no") + wordRun("yes")))</w:comment>"
      )
      .withProperties("core-properties", "docProps/core.xml", core).read()
    #expect(reading.facts[.comments] == 1)
    #expect(reading.texts(.comment) == ["yes"])
    let copy = try applying(.rejectChange, to: reading)
    #expect(copy.bodyText.isEmpty && copy.facts[.comments] == nil)
    #expect(copy.texts(.documentProperty) == ["Draft"])
    let bytes = try #require(copy.contents).bytes
    #expect(!String(decoding: bytes, as: UTF8.self).contains("comment w"))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Jane"))
  }

  // MARK: Any nesting

  /// A random body whose words say what each rule does with them: k… stay, i… and d… are inserted and
  /// deleted, n… are both.
  private struct RandomBody {
    var random = SeededGenerator(seed: 6)
    var words = 0

    mutating func word(_ state: (i: Bool, d: Bool)) -> String {
      words += 1
      let kind = state.i ? (state.d ? "n" : "i") : (state.d ? "d" : "k")
      let text = "\(kind)\(words) "
      return state.d
        ? "<w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r>" : wordRun(text)
    }

    mutating func content(_ depth: Int, _ state: (i: Bool, d: Bool)) -> String {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        switch depth > 3 ? 0 : Int.random(in: 0..<7, using: &random) {
        case 1:
          return "<w:ins \(WordChangesTests.by)>\(content(depth + 1, (true, state.d)))</w:ins>"
        case 2:
          return "<w:del \(WordChangesTests.by)>\(content(depth + 1, (state.i, true)))</w:del>"
        case 3: return "<w:smartTag>\(content(depth + 1, state))</w:smartTag>"
        case 4: return "<w:commentRangeStart w:id=\"1\"/>"
        case 5: return "<w:r><w:commentReference w:id=\"1\"/></w:r>"
        default: return word(state)
        }
      }.joined()
    }

    mutating func paragraph() -> String {
      let mark =
        ["", "", WordChangesTests.insertedMark, WordChangesTests.deletedMark].randomElement(
          using: &random) ?? ""
      return WordChangesTests.paragraph(content(0, (false, false)), mark: mark)
    }

    mutating func body() -> String {
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          return
            "<w:tbl><w:tr><w:trPr>\(["", WordChangesTests.insertedMark].randomElement(using: &random) ?? "")"
            + "</w:trPr><w:tc>\(wordParagraph(""))</w:tc></w:tr></w:tbl>"
        case 1: return "<w:p/>"
        default: return paragraph()
        }
      }.joined() + "<w:p/>"
    }
  }

  @Test func leavesWellFormedFilesWhateverIsNested() throws {
    var body = RandomBody()
    for _ in 0..<150 {
      let xml = body.body()
      let reading = WordPackage(xml).read()
      #expect(reading.stops.isEmpty)
      for (kind, stay) in [
        (LayerCut.Kind.acceptChange, "ki"), (.rejectChange, "kd"),
      ] {
        let copy = try applying(kind, to: reading)
        #expect(copy.stops.isEmpty && copy.unread.isEmpty, "it is still XML")
        #expect(copy.facts[.trackedChanges] == nil)
        let expected = words(xml).filter { stay.contains($0.first ?? " ") }
        #expect(words(copy.bodyText) == expected, "\(xml)")
        if kind == .acceptChange { #expect(copy.bodyText == reading.bodyText, "\(xml)") }
      }
    }
  }

  /// The words of a random body.
  private func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { word in
      "kidn".contains(word.first ?? " ") && word.count > 1
        && word.dropFirst().allSatisfy(\.isNumber)
    }
  }
}
