import ExpungeDocuments
import ExpungeText
import TestSupport
import Testing

@Suite struct OpenDocumentChangesTests {
  private static let by =
    "<office:change-info><dc:creator>Jo Bloggs</dc:creator>"
    + "<dc:date>2026-01-02T09:00:00</dc:date></office:change-info>"

  private static func list(_ regions: String) -> String {
    "<text:tracked-changes>\(regions)</text:tracked-changes>"
  }

  private static func region(_ id: String, _ kind: String, _ content: String = "") -> String {
    "<text:changed-region text:id=\"\(id)\"><text:\(kind)>\(by)\(content)</text:\(kind)>"
      + "</text:changed-region>"
  }

  private static func start(_ id: String) -> String {
    "<text:change-start text:change-id=\"\(id)\"/>"
  }

  private static func end(_ id: String) -> String { "<text:change-end text:change-id=\"\(id)\"/>" }

  @Test func readsDeletedTextWhereItWas() throws {
    let reading = OpenDocumentPackage(
      Self.list(Self.region("a", "deletion", "<text:p>Thompson</text:p><text:p>She</text:p>"))
        + "<text:p>Mrs <text:change text:change-id=\"a\"/> rang.</text:p>"
    ).read()
    #expect(reading.bodyText == "Mrs rang.")
    #expect(reading.texts(.deletedText) == ["Mrs Thompson\nShe rang."])
    #expect(reading.text(.changeAuthor) == "Jo Bloggs\n2026-01-02")
    #expect(reading.facts[.trackedChanges] == 1)
    let copy = try reading.readAgain(after: .acceptChange)
    #expect(copy.bodyText == "Mrs rang." && copy.facts[.trackedChanges] == nil)
    #expect(copy.texts(.deletedText).isEmpty && copy.texts(.changeAuthor).isEmpty)
    #expect(!reading.cuts.contains { $0.kind == .rejectChange }, "deleted text is not moved")
  }

  @Test func readsDeletedTextThatHasNoMark() {
    let reading = OpenDocumentPackage(
      Self.list(Self.region("a", "deletion", "<text:p>Gone for good</text:p>"))
        + "<text:p>Text.</text:p>"
    ).read()
    #expect(reading.texts(.deletedText) == ["Gone for good"])
  }

  @Test(arguments: [
    // Within a paragraph, through the end of a span.
    (
      "<text:p>Mrs <text:span>\(start("a"))X</text:span> who\(end("a")) rang.</text:p>",
      "Mrs X who rang.", "Mrs rang."
    ),
    // From one paragraph to a later one.
    (
      "<text:p>Mrs \(start("a"))X.</text:p><text:p>All.</text:p><text:p>She\(end("a"))Y rang.</text:p>",
      "Mrs X.\n\nAll.\n\nSheY rang.", "Mrs Y rang."
    ),
  ])
  func rejectsInsertions(body: String, accepted: String, rejected: String) throws {
    let reading = OpenDocumentPackage(Self.list(Self.region("a", "insertion")) + body).read()
    #expect(reading.bodyText == accepted)
    for (kind, text) in [(LayerCut.Kind.acceptChange, accepted), (.rejectChange, rejected)] {
      let copy = try reading.readAgain(after: kind)
      #expect(copy.bodyText == text, "\(kind)")
      #expect(copy.stops.isEmpty && copy.facts[.trackedChanges] == nil)
    }
  }

  @Test func rejectsNothingThatWouldLeaveBrokenMarkup() {
    for body in [
      "<text:p>Mrs <text:span>\(Self.start("a"))X</text:span></text:p><text:p>Y\(Self.end("a"))</text:p>",
      "<text:h>Mrs \(Self.start("a"))X</text:h><text:p>Y\(Self.end("a"))</text:p>",
      "<text:p>Mrs \(Self.start("a"))X</text:p>",
    ] {
      let reading = OpenDocumentPackage(Self.list(Self.region("a", "insertion")) + body).read()
      #expect(reading.cuts.contains { $0.kind == .acceptChange })
      #expect(!reading.cuts.contains { $0.kind == .rejectChange })
    }
  }

  /// Whatever is marked wherever, either rule leaves markup that is read without a stop.
  @Test func cutsLeaveWellFormedMarkup() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      var marks: [String] = []
      var regions = ""
      for number in 0..<Int.random(in: 1...4, using: &random) {
        let isInsertion = Bool.random(using: &random)
        regions += Self.region(
          "c\(number)", isInsertion ? "insertion" : "format-change")
        marks += [Self.start("c\(number)"), Self.end("c\(number)")]
      }
      var places = marks.map { _ in Int.random(in: 0..<12, using: &random) }
      // Starts before ends.
      for index in stride(from: 0, to: places.count, by: 2) where places[index] > places[index + 1]
      {
        places.swapAt(index, index + 1)
      }
      func marked(_ place: Int) -> String {
        zip(places, marks).filter { $0.0 == place }.map(\.1).joined() + "w\(place) "
      }
      var body = ""
      for paragraph in 0..<4 {
        let base = paragraph * 3
        body +=
          "<text:p>\(marked(base))<text:span>\(marked(base + 1))</text:span>"
          + "\(marked(base + 2))</text:p>"
      }
      let reading = OpenDocumentPackage(Self.list(regions) + body).read()
      let all = (0..<12).map { "w\($0)" }
      let words = reading.bodyText.split { $0 == " " || $0 == "\n" }.map(String.init)
      #expect(words == all)
      let accepted = try reading.readAgain(after: .acceptChange)
      #expect(accepted.bodyText == reading.bodyText && accepted.stops.isEmpty)
      guard reading.cuts.contains(where: { $0.kind == .rejectChange }) else { continue }
      let rejected = try reading.readAgain(after: .rejectChange)
      #expect(rejected.stops.isEmpty && rejected.facts[.trackedChanges] == nil)
      let inserted = (0..<12).filter { place in
        stride(from: 0, to: marks.count, by: 2).contains { index in
          regions.contains("\"c\(index / 2)\"><text:insertion")
            && places[index] <= place && place < places[index + 1]
        }
      }
      let kept = rejected.bodyText.split { $0 == " " || $0 == "\n" }.map(String.init)
      #expect(kept == (0..<12).filter { !inserted.contains($0) }.map { "w\($0)" })
    }
  }
}
