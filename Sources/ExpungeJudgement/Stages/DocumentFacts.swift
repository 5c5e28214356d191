import ExpungeDetection
import ExpungeText

/// What every stage of a document's judgement looks at and none changes.
struct DocumentFacts {
  let document: Document
  /// One for each part, in the same order.
  let scanned: [Judge.ScannedPart]
  /// One for each part, in the same order.
  let structures: [PartStructure]
  /// The digits of the decision's own reference, where it has one.
  let ownReference: [UInt8]?
  /// For each part its blocks, in bytes of the reading.
  private let blocks: [[ByteRange]]

  init(document: Document, scanned: [Judge.ScannedPart], structures: [PartStructure]) {
    self.document = document
    self.scanned = scanned
    self.structures = structures
    blocks = zip(document.parts, scanned).map { part, scanned in
      part.blocks.map { scanned.reading.folded($0.range) }
    }
    ownReference =
      zip(document.parts, structures).lazy.compactMap { part, structure in
        structure.ownReference.flatMap { OwnReference.digits(in: part.text[$0.start..<$0.end]) }
      }.first
  }

  var parts: Range<Int> { document.parts.indices }

  /// The text that rules and scorers see: offsets of candidates are bytes of it.
  func text(of part: Int) -> [UInt8] { scanned[part].reading.text }

  /// A part's blocks, in bytes of its reading, ascending.
  func blocks(of part: Int) -> [ByteRange] { blocks[part] }

  /// Position of the block in which a range begins; nil outside all blocks. O(log n).
  func block(at range: ByteRange, of part: Int) -> Int? {
    let all = blocks[part]
    let index = all.partitioningIndex { $0.end > range.start }
    guard index < all.count, all[index].start <= range.start else { return nil }
    return index
  }

  /// The block in which a range begins, widened to hold it all; the whole reading outside all blocks.
  func surroundings(of range: ByteRange, in part: Int) -> ByteRange {
    guard let index = block(at: range, of: part) else {
      return ByteRange(0, scanned[part].reading.text.count)
    }
    return blocks[part][index].union(range)
  }

  /// Where a range of a part's reading stands in the part's text.
  func location(of range: ByteRange, in part: Int) -> Location {
    Location(part: part, range: scanned[part].reading.original(of: range))
  }

  func location(of candidate: Candidate) -> Location {
    location(of: candidate.range, in: candidate.part)
  }
}
