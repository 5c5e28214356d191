import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// The scan of one document's parts: the rules everywhere, the guards where they can matter.
///
/// A guard speaks about the hits it touches, and stays in its block; most blocks have no hit. Only
/// where a name is hunted through the document do the other blocks' guards matter as well.
struct PartScan {
  private let document: Document
  private let foldings: Foldings
  private let scansAllGuards: Bool
  private var blocks: [[ByteRange]] = []
  /// For each part the blocks in which guards were looked for.
  private var guarded: [[ByteRange]] = []
  /// Parts, or rules in them, that could not be examined.
  private(set) var unread: [Unread] = []
  private var failed: Set<Int> = []

  /// - Parameter allGuards: whether every guard is wanted from the start.
  init(document: Document, foldings: Foldings, allGuards: Bool) {
    self.document = document
    self.foldings = foldings
    scansAllGuards = allGuards
  }

  mutating func run(with scanner: inout Scanner) -> [Judge.ScannedPart] {
    var scanned: [Judge.ScannedPart] = []
    for (number, part) in document.parts.enumerated() {
      let reading = Reading(of: part.text, foldings: foldings)
      let blocks = part.blocks.map { reading.folded($0.range) }
      var hits: [Hit] = []
      var guarded = [ByteRange(0, reading.text.count)]
      do {
        try scanner.scanRules(reading.text, blocks: blocks, into: &hits)
        if !scansAllGuards {
          guarded = scanner.rules.blocks(
            touchedBy: hits, of: blocks, textCount: reading.text.count)
        }
        try scanner.scanGuards(reading.text, blocks: blocks, within: guarded, into: &hits)
      } catch {
        fail(number, error)
      }
      self.blocks.append(blocks)
      self.guarded.append(guarded)
      scanned.append(Judge.ScannedPart(reading: reading, hits: hits))
    }
    return scanned
  }

  /// A part's hits with those of the guards in all other blocks; nil when it has them already, or
  /// could not be examined.
  mutating func withAllGuards(
    _ part: Int, _ scanned: Judge.ScannedPart, with scanner: inout Scanner
  ) -> [Hit]? {
    guard !scansAllGuards, !failed.contains(part) else { return nil }
    var hits = scanned.hits
    do {
      try scanner.scanGuards(
        scanned.reading.text, blocks: blocks[part],
        within: unguarded(part, textCount: scanned.reading.text.count), into: &hits)
      return hits
    } catch {
      fail(part, error)
      return nil
    }
  }

  /// What lies between the blocks in which guards were looked for.
  private func unguarded(_ part: Int, textCount: Int) -> [ByteRange] {
    var start = 0
    var ranges: [ByteRange] = []
    for range in guarded[part] + [ByteRange(textCount, textCount)] {
      if range.start > start { ranges.append(ByteRange(start, range.start)) }
      start = range.end
    }
    return ranges
  }

  private mutating func fail(_ part: Int, _ failure: ScanFailure) {
    failed.insert(part)
    unread.append(
      Unread(
        part: document.parts[part].name,
        reason: "the rule \(failure.rule) gave up, so this part is not examined",
        limit: "pattern-units"))
  }
}
