import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import TestSupport
import Testing

@Suite("text report")
struct TextReporterTests {
  @Test("widths", arguments: [50, 80, 120])
  func widths(width: Int) throws {
    let text = try Fixtures.text(Fixtures.everything, width: width)
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.cells(String(line)) <= width, "\(line)")
    }
    #expect(Golden.difference(text, "text-\(width).txt") == nil)
  }

  @Test("no line is wider than the terminal, or than forty cells", arguments: [1, 40, 41, 43, 66])
  func narrowest(width: Int) throws {
    for reveal in [nil, Reveal()] {
      let text = try Fixtures.text(Fixtures.everything, width: width, reveal: reveal)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.cells(String(line)) <= max(40, width), "\(line)")
      }
    }
  }

  @Test("colour adds escapes and changes nothing else")
  func colour() throws {
    let coloured = try Fixtures.text(Fixtures.everything, colour: true)
    #expect(Golden.difference(coloured, "text-colour.txt") == nil)
    let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(coloured != bare)
    #expect(try bare == Fixtures.text(Fixtures.everything))
  }

  @Test("a plain terminal gets ASCII alone")
  func ascii() throws {
    let text = try Fixtures.text(Fixtures.everything, unicode: false)
    #expect(text.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 < 0x7F })
    #expect(Golden.difference(text, "text-ascii.txt") == nil)
  }

  @Test("revealed, because a person asked")
  func revealed() throws {
    let text = try Fixtures.text(Fixtures.everything, reveal: Reveal())
    #expect(text.contains("Amelia Thornbury"))
    #expect(!text.contains("[NAME]"))
    #expect(Golden.difference(text, "text-revealed.txt") == nil)
  }

  @Test("nothing of a document moves the cursor, hides or turns round", arguments: [true, false])
  func hostile(isRevealed: Bool) throws {
    let text = try Fixtures.text([Fixtures.hostile], reveal: isRevealed ? Reveal() : nil)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(!scalar.isUnsafeToShow, "U+\(String(scalar.value, radix: 16))")
    }
    #expect(text.split(separator: "\n").count { $0.hasPrefix("PASS") } == 0)
  }

  @Test("quiet prints the verdict alone")
  func verdictOnly() throws {
    let text = try Fixtures.text([Fixtures.draft, Fixtures.clean], width: 120) {
      $0.verdictOnly = true
    }
    #expect(
      text == "FAIL: 7 findings block publication in 1 of 2 documents "
        + "(4 names, 1 address, 1 postcode, 1 telephone number).\n")
  }

  @Test("brief: documents with indirect findings alone are counted")
  func brief() throws {
    let text = try Fixtures.text([Fixtures.clean, Fixtures.indirectOnly]) {
      $0.brief = true
      $0.listsUnchecked = true
    }
    #expect(Golden.difference(text, "text-brief.txt") == nil)
  }

  @Test("verdicts")
  func verdicts() throws {
    func last(_ audits: [DocumentAudit]) throws -> String {
      try Fixtures.text(audits, width: 200) { $0.verdictOnly = true }
    }
    #expect(
      try last([Fixtures.clean])
        == "PASS: nothing blocks publication (1 document, 6 words).\n")
    #expect(try last([]) == "PASS: there was no document to read.\n")
    #expect(
      try last([Fixtures.unreadable])
        == "INCOMPLETE: 1 document was not read, or not wholly.\n")
    #expect(
      try last([Fixtures.unreadable, Fixtures.clean])
        == "INCOMPLETE: 1 of 2 documents was not read, or not wholly.\n")
    #expect(
      try last([Fixtures.unreadable, Fixtures.draft]).hasPrefix(
        "INCOMPLETE: 1 of 2 documents was not read, or not wholly; in what was read, 7 findings "
          + "block publication in 1 of 2 documents ("))
  }

  @Test("a thousand documents are written as they come")
  func streams() throws {
    let collector = Collector()
    var reporter = TextReporter(options: TextReporter.Options(), sink: collector.take)
    try reporter.begin(Fixtures.header)
    for _ in 0..<30 { try reporter.document(Fixtures.draft) }
    #expect(collector.writes > 0)
    let before = collector.bytes.count
    try reporter.end(Fixtures.summary(of: []))
    #expect(collector.bytes.count - before < 1 << 17)
  }

  @Test("many findings in one long line take linear time")
  func longLine() throws {
    var page = DocumentBuilder("long.txt")
    page.add("body", [(.heading, nil, String(repeating: "é Thornbury ", count: 20_000))])
    for index in 0..<2_000 {
      let start = 3 + index * 26
      page.find(.person, at: Location(part: 0, range: ByteRange(start, start + 9)))
    }
    let audit = page.audit()
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try Fixtures.text([audit]).utf8.count }
    #expect(count > 100_000)
    #expect(time < .seconds(20))
  }

  @Test("a sink that cannot write stops the report")
  func failingSink() throws {
    struct Full: Error {}
    var reporter = TextReporter(options: TextReporter.Options()) { _ in throw Full() }
    try reporter.begin(Fixtures.header)
    #expect(throws: Full.self) { try reporter.end(AuditSummary()) }
  }
}
