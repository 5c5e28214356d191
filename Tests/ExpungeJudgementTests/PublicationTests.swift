import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import Resources
import TestSupport
import Testing

/// The shipped rules of publication, on files built by hand.
@Suite("Rules of publication")
struct PublicationTests {
  private static let library = Result { try RuleTable.decode(Resources.patternTable()) }

  private func findings(
    _ parts: [Part] = [], facts: [FileFact: Int] = [:], format: Document.Format = .word,
    profile: String = "lgsco"
  ) throws -> [Finding] {
    let library = try Self.library.get()
    var bench = Bench()
    bench.rules = []
    bench.publication = library.publication
    bench.profile = try #require(library.profile(named: profile))
    var document = Document(
      format: format, parts: [TestDocument.part(Array("A decision.".utf8))] + parts)
    document.facts = facts
    return try bench.judge(document).findings
  }

  private func part(
    _ name: String, _ kind: Part.Kind, _ text: String, _ visibility: Part.Visibility = .shown
  ) -> Part {
    let bytes = Array(text.utf8)
    return Part(
      name: name, kind: kind, visibility: visibility, text: bytes,
      blocks: [Block(kind: .paragraph, range: ByteRange(0, bytes.count))],
      source: .identity(from: 100, count: bytes.count))
  }

  @Test("tracked changes and comments block, and say how many there are")
  func layers() throws {
    let found = try findings(facts: [.trackedChanges: 3, .comments: 1])
    #expect(found.map(\.rule) == ["publication/tracked-changes", "publication/comments"])
    #expect(found.allSatisfy { $0.blocking && $0.label == .fileLayer && $0.location == nil })
    #expect(
      found.first?.evidence.first?.words.hasPrefix("3 tracked changes are left in the file.")
        == true)
    #expect(
      found.last?.evidence.first?.words.hasPrefix("1 comment is left in the file.") == true)
    #expect(found.allSatisfy { !$0.suggestion.isEmpty && !$0.place.isEmpty })
    #expect(Set(found.map(\.place)).count == 2)
    #expect(Set(found.map(\.subject)).count == 2)
  }

  @Test(
    "what only deserves a look does not block",
    arguments: [
      FileFact.hiddenText, .pictures, .footnotes, .embeddedFiles, .macros, .signatures,
      .strayEntries, .otherThanItsName,
    ])
  func advice(fact: FileFact) throws {
    let found = try findings(facts: [fact: 2])
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.blocking })
  }

  @Test("who made the file is found where the property stands; a program's own name is not")
  func properties() throws {
    let found = try findings([
      part("document property: author", .property, "Ysolde Ulverquist", .metadata),
      part("document property: last modified by", .property, " Python-DOCX ", .metadata),
      part("document property: manager", .property, "  ", .metadata),
      part("document property: company", .property, "Borsetshire County Council", .metadata),
      part("document property: template", .property, "Normal.dotm", .metadata),
      part("document property: title", .property, "A decision", .metadata),
      part("custom property 1", .property, "Ysolde Ulverquist", .metadata),
    ])
    #expect(found.map(\.rule) == ["publication/author", "publication/company"])
    #expect(found.map(\.blocking) == [true, false])
    #expect(found.map { $0.location?.part } == [1, 4])
    #expect(found.first?.location?.range == ByteRange(0, 17))
    #expect(found.map(\.classCode) == ["X04", "X04"])
    let own = part(
      "document property: author", .property, "Local Government and Social Care Ombudsman",
      .metadata)
    #expect(try findings([own]).isEmpty)
  }

  @Test(
    "a footer that says draft",
    arguments: [
      ("DRAFT", true), ("Draft decision, page 2", true), ("Not for publication", true),
      ("Page 2 of 3", false), ("Overdrafts", false), ("Conscription (draft2)", false),
    ])
  func footer(text: String, isFound: Bool) throws {
    let found = try findings([part("footer of section 1", .footer, text)])
    #expect(found.map(\.rule) == (isFound ? ["publication/draft-marking"] : []))
    #expect(try findings([part("note 1", .note, text)]).isEmpty)
  }

  @Test("a heading of a draft is a whole paragraph, in any format")
  func heading() throws {
    for format in Document.Format.allCases where format != .email {
      let found = try findings([part("text box 1", .body, "12. Draft decision:")], format: format)
      #expect(found.map(\.rule) == ["publication/draft-heading"], "\(format)")
      #expect(found.allSatisfy { !$0.blocking })
    }
    #expect(try findings([part("text box 1", .body, "The draft decision was sent.")]).isEmpty)
  }

  @Test("links may lead to the publisher's own site, and elsewhere where the profile has none")
  func links() throws {
    let links = [
      "https://www.lgo.org.uk/decisions", "HTTPS://LGO.ORG.UK", "#top", "mailto:x@example.org",
      "https://example.org/lgo.org.uk", "http://user@notlgo.org.uk:80/",
    ].enumerated().map { part("link \($0 + 1)", .link, $1, .hidden) }
    #expect(try findings(links).map { $0.location?.part } == [5, 6])
    #expect(try findings(links, format: .html).isEmpty)
    #expect(try findings(links, profile: "tribunal").isEmpty)
  }

  @Test("a publisher allows what it does, and says how bad the rest is")
  func profiles() throws {
    #expect(try findings(facts: [.footnotes: 1], profile: "tribunal").isEmpty)
    #expect(try findings(facts: [.footnotes: 1]).count == 1)
    let library = try Self.library.get()
    var bench = Bench()
    bench.rules = []
    bench.publication = library.publication
    bench.profile.severitiesByRule = ["publication/comments": .low]
    var document = TestDocument.plain("A decision.")
    document = Document(format: .word, parts: document.parts)
    document.facts = [.comments: 2]
    #expect(try bench.judge(document).findings.map(\.severity) == [.low])
  }

  @Test("text, Markdown, pages and e-mails have no such layers")
  func otherFormats() throws {
    let facts = Dictionary(
      uniqueKeysWithValues: FileFact.allCases.filter { $0 != .otherThanItsName }.map { ($0, 1) })
    for format in [Document.Format.plainText, .markdown, .html, .email] {
      #expect(try findings(facts: facts, format: format).isEmpty, "\(format)")
    }
  }
}

/// What stands in a tracked change's both readings is found once.
@Suite("Found again in deleted text")
struct RepeatedFindingTests {
  /// A body, and a deleted reading whose text begins at a byte of the same contents.
  private func judge(_ body: String, _ deleted: String, from offset: Int) throws -> Judgement {
    func part(_ name: String, _ text: String, _ visibility: Part.Visibility, _ offset: Int) -> Part
    {
      let bytes = Array(text.utf8)
      return Part(
        name: name, kind: .body, visibility: visibility, text: bytes,
        blocks: [Block(kind: .paragraph, range: ByteRange(0, bytes.count))],
        source: .identity(from: offset, count: bytes.count))
    }
    var document = Document(
      format: .word,
      parts: [
        part("body", body, .shown, 0), part("deleted text, paragraph 1", deleted, .deleted, offset),
      ])
    document.contents = FileContents(bytes: [], entries: [])
    return try Bench().judge(document)
  }

  @Test("the same bytes of the file are one finding, and stay hidden in the other reading")
  func once() throws {
    let judgement = try judge("Mrs Pemberton rang.", "Mrs Pemberton rang.", from: 0)
    #expect(judgement.findings.map { $0.location?.part } == [0])
    #expect(judgement.findings.map(\.ordinal) == [1])
    #expect(judgement.unlisted.map(\.location) == [Location(part: 1, range: ByteRange(4, 13))])
  }

  @Test("other bytes, or more of them, are a finding of their own")
  func more() throws {
    let elsewhere = try judge("Mrs Pemberton rang.", "Mrs Pemberton rang.", from: 500)
    #expect(elsewhere.findings.map { $0.location?.part } == [0, 1])
    let longer = try judge("Mrs Pemberton. Mrs X rang.", "Mrs Pemberton Okafor rang.", from: 0)
    #expect(longer.findings.contains { $0.location == Location(part: 1, range: ByteRange(4, 20)) })
    #expect(longer.unlisted.isEmpty)
  }
}
