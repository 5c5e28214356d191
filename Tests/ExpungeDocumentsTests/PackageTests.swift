import ExpungeDocuments
import ExpungeFiles
import ExpungeParsers
import ExpungeText
import TestSupport
import Testing

@Suite struct PackageTests {
  private func perform(
    _ task: ReaderTask, _ file: [UInt8], changes: [EntryChange] = [], limits: Limits = Limits()
  ) -> ReadParts {
    let message = changes.isEmpty ? [] : EntryChange.encode(changes)
    let request = ReaderRequest(
      task: task, fileBytes: file.count, changeBytes: message.count,
      limits: ReaderLimits(limits, fileBytes: file.count, isPacked: true))
    return (file + message).withUnsafeBufferPointer { FileReader.perform(request, on: $0) }
  }

  private let archive = ZipArchive([("a.txt", "One"), ("b/c.txt", "Two"), ("d.html", "<p>Three")])

  @Test func anArchiveGivesItsFiles() throws {
    let reading = perform(.package, archive.file)
    #expect(reading.format == .archive)
    let contents = try #require(reading.contents)
    #expect(
      contents.entries.map { String(decoding: $0.name, as: UTF8.self) } == [
        "a.txt", "b/c.txt", "d.html",
      ])
    #expect(Array(contents.bytes(ofEntry: 1)) == Array("Two".utf8))
  }

  @Test func aRewritingChangesNothingElse() throws {
    let copy = perform(
      .rewriting, archive.file,
      changes: [
        .replace(entry: 1, contents: Array("Dos".utf8)),
        .add(name: Array("e.txt".utf8), contents: Array("Four".utf8)),
      ])
    let bytes = try #require(copy.contents).bytes
    let again = try #require(perform(.package, bytes).contents)
    #expect(
      again.entries.indices.map { String(decoding: again.bytes(ofEntry: $0), as: UTF8.self) } == [
        "One", "Dos", "<p>Three", "Four",
      ])
    // What was not changed keeps its packed bytes under the same header but for a flag.
    let name = Array("a.txtOne".utf8)
    #expect(Array(bytes[30..<38]) == name && Array(archive.file[30..<38]) == name)
    // The same changes give the same bytes.
    let twice = perform(
      .rewriting, archive.file,
      changes: [
        .replace(entry: 1, contents: Array("Dos".utf8)),
        .add(name: Array("e.txt".utf8), contents: Array("Four".utf8)),
      ])
    #expect(twice.contents?.bytes == bytes)
  }

  @Test func theSecondReadingHoldsEverything() throws {
    let contents = try #require(perform(.secondReading, archive.file).contents)
    let text = String(decoding: contents.bytes, as: UTF8.self)
    for words in ["One", "Two", "<p>Three", "b/c.txt"] { #expect(text.contains(words)) }
  }

  @Test func aRemarkIsReadAndCanBeChanged() throws {
    var file = archive.file
    file[file.count - 2] = 4
    file += Array("Una!".utf8)
    let contents = try #require(perform(.package, file).contents)
    #expect(
      contents.entries.last.map { String(decoding: $0.name, as: UTF8.self) } == "zip-remark.txt")
    let copy = perform(
      .rewriting, file, changes: [.replace(entry: 3, contents: Array("gone".utf8))])
    #expect(copy.contents?.bytes.suffix(4) == Array("gone".utf8)[...])
    let removed = perform(.rewriting, file, changes: [.remove(entry: 0)])
    let bytes = try #require(removed.contents).bytes
    let left = try #require(perform(.package, bytes).contents)
    #expect(left.entries.count == 3)
  }

  @Test func changesThatDoNotFitAreRefused() {
    let changes: [EntryChange] = [.replace(entry: 7, contents: [1])]
    #expect(perform(.rewriting, archive.file, changes: changes).stops == [.doesNotFit])
    #expect(perform(.rewriting, Array("PK nothing".utf8), changes: changes).contents == nil)
  }

  // MARK: What attackers make

  @Test func everyTruncationIsSaid() {
    let file = archive.file
    for count in stride(from: 0, to: file.count, by: 7) {
      let reading = perform(.package, Array(file[..<count]))
      #expect(reading.parts.isEmpty && reading.contents == nil && !reading.stops.isEmpty)
    }
  }

  @Test(arguments: ["../up.txt", "/etc/passwd", "a/../../b", "C:\\x", "a\\..\\b"])
  func aNameThatLeadsOutIsRefused(name: String) {
    #expect(perform(.package, ZipArchive([(name, "x")]).file).stops == [.strayPath])
  }

  @Test(arguments: [["a.xml", "a.xml"], ["A.xml", "a.xml"]])
  func twoEntriesOfOneNameAreRefused(names: [String]) {
    let file = ZipArchive(names.map { ($0, "x") }).file
    // The library itself refuses equal names when it checks the file.
    let stops = perform(.package, file).stops
    #expect(stops == [.duplicateEntries] || stops == [.damagedPackage])
  }

  @Test func limitsAreKept() {
    var limits = Limits()
    limits.packageEntries = 2
    #expect(perform(.package, archive.file, limits: limits).stops == [.packageEntries])
    limits = Limits()
    limits.packageBytes = 5
    #expect(perform(.package, archive.file, limits: limits).stops == [.packageBytes])
  }

  @Test func aSizeThatLiesIsRefused() {
    for claim in [UInt32(2), 4, 1 << 30, .max] {
      var lying = ZipArchive()
      lying.claimedSize = claim
      lying.add("a.txt", Array("One".utf8))
      let reading = perform(.package, lying.file)
      #expect(reading.contents == nil && !reading.stops.isEmpty)
    }
  }
}

@Suite struct PackedEditsTests {
  private let contents = FileContents(
    bytes: Array("<a t=\"x\">Tom</a>plain<p>Tom</p>".utf8),
    entries: [
      .init(name: Array("a.xml".utf8), range: ByteRange(0, 16), language: .xml),
      .init(name: Array("b.txt".utf8), range: ByteRange(16, 21), language: .plain),
      .init(name: Array("c.html".utf8), range: ByteRange(21, 31), language: .page),
    ])

  @Test func editsGoToTheirEntries() throws {
    let changes = try PackedEdits.changes(
      [
        FileEdit(source: ByteRange(9, 12), replacement: Array("A&B".utf8)),
        FileEdit(source: ByteRange(24, 27), replacement: Array("<x>".utf8)),
        FileEdit(source: ByteRange(0, 0), replacement: Array("<!--y-->".utf8), isMarkup: true),
      ], in: contents)
    #expect(
      changes == [
        .replace(entry: 0, contents: Array("<!--y--><a t=\"x\">A&amp;B</a>".utf8)),
        .replace(entry: 2, contents: Array("<p>&lt;x&gt;</p>".utf8)),
      ])
  }

  @Test func anEditAcrossEntriesIsRefused() {
    #expect(throws: FileEditError.outOfPlace(ByteRange(10, 18))) {
      try PackedEdits.changes(
        [FileEdit(source: ByteRange(10, 18), replacement: [])], in: contents)
    }
  }

  @Test func characterDataIsNotEscaped() throws {
    let text = Array("<a><![CDATA[Tom & Ann]]></a>".utf8)
    let contents = FileContents(
      bytes: text,
      entries: [
        .init(name: Array("a.xml".utf8), range: ByteRange(0, text.count), language: .xml)
      ])
    let edit = FileEdit(source: ByteRange(12, 15), replacement: Array("A&B".utf8))
    #expect(
      try PackedEdits.changes([edit], in: contents) == [
        .replace(entry: 0, contents: Array("<a><![CDATA[A&B & Ann]]></a>".utf8))
      ])
  }
}
