import ExpungeDetection
import ExpungeText

/// What every stage of a document's judgement looks at and none changes.
struct DocumentFacts {
  let document: Document
  /// One for each part, in the same order.
  let readings: [Reading]
  /// One for each part, in the same order.
  let structures: [PartStructure]
  /// The digits of the decision's own reference, where it has one.
  let ownReference: [UInt8]?

  init(document: Document, readings: [Reading], structures: [PartStructure]) {
    self.document = document
    self.readings = readings
    self.structures = structures
    ownReference =
      zip(document.parts, structures).lazy.compactMap { part, structure in
        structure.ownReference.flatMap { OwnReference.digits(in: part.text[$0.start..<$0.end]) }
      }.first
  }

  var parts: Range<Int> { document.parts.indices }

  /// The text that rules and scorers see: offsets of candidates are bytes of it.
  func text(of part: Int) -> [UInt8] { readings[part].text }

  func blockCount(of part: Int) -> Int { document.parts[part].blocks.count }

  /// A block of a part, in bytes of its reading; they ascend. O(log folds).
  func block(_ number: Int, of part: Int) -> ByteRange {
    readings[part].folded(document.parts[part].blocks[number].range)
  }

  /// Some blocks of a part, in bytes of its reading.
  func blocks(_ numbers: Range<Int>, of part: Int) -> [ByteRange] {
    numbers.map { block($0, of: part) }
  }

  /// Position of the first block of a part that ends behind a byte of its reading. O(log n).
  func firstBlock(endingAfter offset: Int, of part: Int) -> Int {
    document.parts[part].blocks.indices.partitioningIndex { block($0, of: part).end > offset }
  }

  /// Position of the block in which a range begins; nil outside all blocks. O(log n).
  func block(at range: ByteRange, of part: Int) -> Int? {
    let index = firstBlock(endingAfter: range.start, of: part)
    guard index < blockCount(of: part), block(index, of: part).start <= range.start else {
      return nil
    }
    return index
  }

  /// The block in which a range begins, widened to hold it all; the whole reading outside all blocks.
  func surroundings(of range: ByteRange, in part: Int) -> ByteRange {
    guard let index = block(at: range, of: part) else {
      return ByteRange(0, readings[part].text.count)
    }
    return block(index, of: part).union(range)
  }

  /// Where a range of a part's reading stands in the part's text.
  func location(of range: ByteRange, in part: Int) -> Location {
    Location(part: part, range: readings[part].original(of: range))
  }

  func location(of candidate: Candidate) -> Location {
    location(of: candidate.range, in: candidate.part)
  }
}
