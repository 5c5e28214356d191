import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import TestSupport
import Testing

/// A Word file's layers, built by hand.
@Suite("inspection")
struct InspectionTests {
  private static let scan = String(repeating: "1d", count: 32)
  private static let logo = String(repeating: "9c", count: 32)

  private static var letter: FileInspection {
    var letter = DocumentBuilder("drafts/letter.docx", format: .word)
    letter.add("body", [(.paragraph, nil, "Mrs X complained about Zoë Quillfeather.")])
    for number in 1...3 {
      letter.add(
        "comment \(number)", kind: .comment, visibility: .hidden,
        [(.paragraph, nil, "ask Zoë Quillfeather")])
      letter.add(
        "author of comment \(number)", kind: .property, visibility: .metadata,
        [(.paragraph, nil, "Quillfeather")])
    }
    for number in [2, 14] {
      letter.add(
        "deleted text, paragraph \(number)", visibility: .deleted, [(.paragraph, nil, "a b c")])
    }
    letter.add(
      "document property: author", kind: .property, visibility: .metadata,
      [(.paragraph, nil, "Quillfeather")])
    let unread = Unread(
      part: "picture 2", reason: "what a picture shows is not read; look at it",
      contentHash: scan)
    var audit = letter.audit(unread: [unread])
    audit.document?.facts = [.trackedChanges: 2, .comments: 3, .pictures: 2]
    audit.document?.contents = FileContents(
      bytes: [1, 2, 3],
      entries: [
        FileContents.Entry(name: [0x61], range: ByteRange(0, 1), language: .xml),
        FileContents.Entry(name: [0x62], range: ByteRange(1, 3), language: .binary),
      ])
    audit.document?.cuts =
      [.acceptChange, .acceptChange, .rejectChange, .rejectChange, .comment, .property]
      .enumerated().map {
        LayerCut(kind: $1, range: ByteRange($0, $0 + 1), replacement: [])
      }
    audit.acknowledged = [
      Acknowledged(
        item: Unread(part: "picture 1", reason: "not read", contentHash: logo),
        acknowledgement: Acknowledgement(
          sha256: logo, reason: "the letterhead's logo", approver: "Head of Casework"))
    ]
    return FileInspection(audit, bytes: 23_456) { text in
      text.split(separator: 0x20).count
    }
  }

  @Test("parts that are called alike are one layer")
  func layers() {
    let layers = Self.letter.layers
    #expect(
      layers.map(\.name) == [
        "body", "comment 1 to 3", "author of comment 1 to 3", "deleted text, paragraph 2 to 14",
        "document property: author",
      ])
    #expect(layers.map(\.parts) == [1, 3, 3, 2, 1])
    #expect(layers.map(\.words) == [6, 9, 3, 6, 1])
    #expect(layers[0].characters == 40)
    #expect(layers.map(\.visibility) == [.shown, .hidden, .metadata, .deleted, .metadata])
  }

  @Test("the report is the recorded one, with hashes to copy and no value")
  func text() throws {
    let collector = Collector()
    var report = InspectionReport(
      style: Style(colour: false, width: 100, unicode: true), sink: collector.take)
    try report.write(Self.letter)
    #expect(!collector.string.contains("Quillfeather"))
    #expect(collector.string.contains("sha256: \(Self.scan)\n"))
    let difference = Golden.difference(collector.string, "inspect.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "the JSON is the recorded one and follows its schema",
    .enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func json() throws {
    let collector = Collector()
    var report = InspectionJSON(sink: collector.take)
    report.begin(Fixtures.header)
    try report.write(Self.letter)
    try report.end()
    #expect(!collector.string.contains("Quillfeather"))
    #expect(try Python.validate(collector.string, against: "inspect-1.schema.json") == "valid")
    let difference = Golden.difference(collector.string, "inspect.json")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
