import ExpungeDocuments
import ExpungeText

/// Everything of a page that no other part holds: tags with their attributes, identifiers and
/// classes, what the parser passed over.
///
/// One block a stretch between angle brackets or parts; equal ones stand once, since a page repeats
/// its tags by the hundred. What was left out on purpose, such as a picture's bytes, stays out.
struct MarkupText {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var runs: [SourceMap.Run] = []
  private var seen: Set<ArraySlice<UInt8>> = []

  /// - Parameter known: bytes of the page that stand in other parts, or were left out; in any order.
  ///   O(page + known × log known).
  init(around known: [ByteRange], _ aligner: inout SourceAligner) {
    let page = aligner.page
    var end = 0
    for range in known.sorted() + [ByteRange(page.count, page.count)] {
      if range.start > end { add(gap: ByteRange(end, range.start), &aligner) }
      end = max(end, range.end)
    }
  }

  private mutating func add(gap: ByteRange, _ aligner: inout SourceAligner) {
    let page = aligner.page
    var start = gap.start
    for index in gap.start...gap.end {
      let isBorder =
        index == gap.end || page[index] == UInt8(ascii: "<") || page[index] == UInt8(ascii: ">")
      guard isBorder else { continue }
      add(stretch: ByteRange(start, index), &aligner)
      start = index + 1
    }
  }

  private mutating func add(stretch: ByteRange, _ aligner: inout SourceAligner) {
    let page = aligner.page
    var (start, end) = (stretch.start, stretch.end)
    while start < end, MarkupText.isTrimmed(page[start]) { start += 1 }
    while start < end, MarkupText.isTrimmed(page[end - 1]) { end -= 1 }
    guard start < end, seen.insert(Array(page[start..<end])[...]).inserted else { return }
    if !text.isEmpty { text.append(Ascii.lineFeed) }
    let blockStart = text.count
    var place = start
    while place < end {
      if page[place] == UInt8(ascii: "&"),
        let found = aligner.reference(at: place), place + found.width <= end
      {
        let isBreak = found.text.allSatisfy(Ascii.isSpace)
        append(
          isBreak ? [Ascii.space] : found.text, ByteRange(place, place + found.width),
          verbatim: false)
        place += found.width
      } else {
        // A tag over several lines is one block.
        let isBreak = Ascii.isSpace(page[place]) && page[place] != Ascii.space
        append(
          [isBreak ? Ascii.space : page[place]], ByteRange(place, place + 1), verbatim: !isBreak)
        place += 1
      }
    }
    blocks.append(Block(kind: .paragraph, range: ByteRange(blockStart, text.count)))
  }

  private mutating func append(_ bytes: [UInt8], _ source: ByteRange, verbatim: Bool) {
    let start = text.count
    text += bytes
    guard !bytes.isEmpty else { return }
    runs.appendJoining(
      text: ByteRange(start, text.count), source: source, verbatim: verbatim)
  }

  /// White space, and what stands around a value that is a part of its own.
  private static func isTrimmed(_ byte: UInt8) -> Bool {
    Ascii.isSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "/")
  }
}
