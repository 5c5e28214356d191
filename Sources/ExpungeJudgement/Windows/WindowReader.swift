import ExpungeDetection
import ExpungeText

/// Cuts a part into windows and gives the rules' hits of each.
///
/// Cuts stand between blocks, where no hit reaches across: rules may cross blocks, so that is known
/// only after they spoke.
struct WindowReader {
  private let facts: DocumentFacts
  private let part: Int
  /// Bytes that a window has at least, where more follow.
  private let leastBytes: Int
  /// How far the text was scanned, in blocks and in bytes.
  private var scannedBlocks = 0
  private var scannedEnd = 0
  /// Where the window at hand begins.
  private var firstBlock = 0
  private var start = 0
  private var isAtEnd = false
  /// Hits in and after the window at hand.
  private var pending: [Hit] = []
  /// Why the rest of the part is without rules' hits, if a rule gave up.
  private(set) var failure: ScanFailure?

  init(_ facts: DocumentFacts, part: Int, leastBytes: Int) {
    self.facts = facts
    self.part = part
    self.leastBytes = leastBytes
  }

  /// The next window with the hits of all rules, and of guards that may cross blocks, in their order;
  /// nil at the part's end.
  mutating func next(with scanner: inout Scanner) -> (window: TextWindow, hits: [Hit])? {
    guard !isAtEnd else { return nil }
    let count = facts.text(of: part).count
    let blockCount = facts.blockCount(of: part)
    var lastBlock = self.lastBlock(from: firstBlock)
    while lastBlock + 1 < blockCount {
      scan(past: facts.block(lastBlock + 1, of: part).start, with: &scanner)
      if let cut = cut(after: lastBlock) {
        return window(upTo: cut, blocks: firstBlock..<lastBlock + 1, scanner)
      }
      // A hit lies across: a later block must end the window.
      lastBlock += 1
    }
    scan(past: count, with: &scanner)
    isAtEnd = true
    return window(upTo: count, blocks: firstBlock..<blockCount, scanner)
  }

  /// A window's hits once more: the same as `next` gave with it.
  static func hits(
    of window: TextWindow, in facts: DocumentFacts, with scanner: inout Scanner
  ) throws(ScanFailure) -> [Hit] {
    let text = facts.text(of: window.part)
    // What begins in the window may be called for by words behind it.
    let end = min(text.count, window.range.end + scanner.reachBack)
    var hits: [Hit] = []
    try scanner.scanRules(
      text, blocks: facts.blocks(window.blocks, of: window.part),
      piece: ByteRange(window.range.start, end), goingOnFrom: window.range.start, into: &hits)
    hits.removeAll { !window.range.contains($0.extent) }
    return hits
  }

  /// The block that completes a window of the size that is wanted.
  private func lastBlock(from first: Int) -> Int {
    let count = facts.blockCount(of: part)
    var last = first
    while last + 1 < count, facts.block(last, of: part).end - start < leastBytes { last += 1 }
    return last
  }

  /// Scans the text so far that every hit that begins before a place is known.
  private mutating func scan(past place: Int, with scanner: inout Scanner) {
    let text = facts.text(of: part)
    let blockCount = facts.blockCount(of: part)
    let goal = min(text.count, place + scanner.reachBack)
    while scannedEnd < goal, failure == nil {
      // As many blocks as a window has, so that the scanner is not called for each.
      var next = scannedBlocks
      while next < blockCount, facts.block(next, of: part).start - scannedEnd < leastBytes {
        next += 1
      }
      next = max(next, min(scannedBlocks + 1, blockCount))
      // What comes late may lie in blocks that were scanned.
      let first = min(
        scannedBlocks, facts.firstBlock(endingAfter: scannedEnd - scanner.reachBack, of: part))
      let end = next < blockCount ? facts.block(next, of: part).start : text.count
      do {
        try scanner.scanRules(
          text, blocks: facts.blocks(first..<next, of: part),
          piece: ByteRange(scannedEnd, end), goingOnFrom: 0, into: &pending)
      } catch {
        failure = error
      }
      scannedBlocks = next
      scannedEnd = end
    }
  }

  /// A place between a block and the next one that no hit lies across; nil where there is none.
  private func cut(after block: Int) -> Int? {
    let gap = ByteRange(
      facts.block(block, of: part).end, facts.block(block + 1, of: part).start)
    let across = pending.lazy.map(\.extent).filter { $0.start < gap.end && $0.end > gap.start }
    var place = gap.start
    // Each hit that lies across a place rules out all places up to its end.
    var isFree = false
    while !isFree, place <= gap.end {
      isFree = true
      for hit in across where hit.start < place && hit.end > place {
        place = hit.end
        isFree = false
      }
    }
    return place <= gap.end ? place : nil
  }

  private mutating func window(
    upTo end: Int, blocks: Range<Int>, _ scanner: borrowing Scanner
  ) -> (window: TextWindow, hits: [Hit]) {
    let range = ByteRange(start, end)
    // A rule that is searched for in the whole text may look at what stands before the window.
    let window = TextWindow(
      part: part, range: range, blocks: blocks,
      isRepeatable: failure == nil && scanner.rules.index.wholeTextRules.isEmpty)
    var hits = pending
    if end < facts.text(of: part).count {
      hits = pending.filter { $0.extent.end <= end }
      pending.removeAll { $0.extent.end <= end }
    } else {
      pending = []
    }
    // Pieces were appended one after another, and a hit may come a piece late.
    hits.sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
    (start, firstBlock) = (end, blocks.upperBound)
    return (window, hits)
  }
}
