import ExpungeDocuments
import ExpungeParsers
import ExpungeText

/// A Word file put together and damaged as bytes say, or bytes as a zip file: parts keep their promises
/// and pass through the message, and what the rules of a rewriting leave is XML again.
///
/// Most inputs are entries, not zip files: check sums and compression would hide them from the fuzzer.
enum WordFeed {
  private static let limits = ReaderLimits(
    parts: 1_000, nesting: 100, textBytes: 1 << 20, packageEntries: 100, packageBytes: 1 << 20)

  static func test(_ bytes: [UInt8]) {
    var rest = bytes.prefix(4096)
    let head = rest.popFirst() ?? 0
    if head & 3 == 3 {
      unpack(Array(rest))
      return
    }
    let kind: LayerCut.Kind = head & 4 == 0 ? .acceptChange : .rejectChange
    let entries = DamagedWord.entries(
      from: &rest, as: head & 3 == 0 ? .damage : head & 3 == 1 ? .body : .entry)
    let reading = read(entries)
    PartChecks.check(reading, of: [], limits: limits)
    // One in four is read again without what the rules take out.
    guard head & 24 == 0, let contents = reading.contents, !reading.cuts.isEmpty else { return }
    let copy = read(entriesOf(contents, without: outermost(reading.cuts, kind)))
    require(
      copy.contents != nil && damaged(copy) <= damaged(reading),
      "an entry is no XML any more once the rules are kept")
  }

  private static func read(_ entries: [PackageEntry]) -> ReadParts {
    WordReader.read(PackageContents(entries), limits: limits)
  }

  private static func damaged(_ reading: ReadParts) -> Int {
    reading.unread.count { $0.kind == .damaged }
  }

  // MARK: Rules

  /// The cuts that one rule makes with those that are always made, none within another.
  private static func outermost(_ cuts: [LayerCut], _ kind: LayerCut.Kind) -> [LayerCut] {
    var outermost: [LayerCut] = []
    let chosen = cuts.filter { [kind, .comment, .property].contains($0.kind) }
    for cut in chosen.sorted(by: { $0.range < $1.range }) {
      if let last = outermost.last, cut.range.start < last.range.end {
        require(last.range.contains(cut.range), "cuts neither lie beside nor within one another")
        continue
      }
      outermost.append(cut)
    }
    return outermost
  }

  private static func entriesOf(
    _ contents: FileContents, without cuts: [LayerCut]
  ) -> [PackageEntry] {
    var rest = cuts[...]
    return contents.entries.map { entry in
      var bytes: [UInt8] = []
      var end = entry.range.start
      while let cut = rest.first, cut.range.end <= entry.range.end {
        require(cut.range.start >= end, "a cut reaches over two entries")
        bytes += contents.bytes[end..<cut.range.start] + cut.replacement
        end = cut.range.end
        rest.removeFirst()
      }
      bytes += contents.bytes[end..<entry.range.end]
      return PackageEntry(name: entry.name, bytes: bytes)
    }
  }

  // MARK: Zip files

  /// By both libraries; a file that one of them unpacks is written, too.
  private static func unpack(_ file: [UInt8]) {
    let second = perform(.secondReading, file)
    require(
      second.contents != nil || !second.stops.isEmpty, "the second reading gives no reason")
    let first = perform(.package, file)
    PartChecks.check(first, of: file, limits: limits)
    guard first.format == .word, let contents = first.contents,
      let entry = contents.entries.indices.first
    else { return }
    let changes = EntryChange.encode([
      .replace(entry: entry, contents: Array(contents.bytes(ofEntry: entry))),
      .add(name: Array("added.txt".utf8), contents: [0x41]),
    ])
    guard let copy = perform(.rewriting, file, changes).contents?.bytes else { return }
    let again = perform(.package, copy)
    require(
      again.contents?.entries.count == contents.entries.count + 1,
      "a zip file written anew holds other entries")
  }

  private static func perform(
    _ task: ReaderTask, _ file: [UInt8], _ changes: [UInt8] = []
  ) -> ReadParts {
    let request = ReaderRequest(
      task: task, fileBytes: file.count, changeBytes: changes.count, limits: limits)
    return (file + changes).withUnsafeBufferPointer { FileReader.perform(request, on: $0) }
  }
}
