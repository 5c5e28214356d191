/// Cuts blocks that are too long to be judged in one piece: a text without blank lines, a list of a
/// million entries.
///
/// A cut stands where something ends anyway, if there is such a place: a line that ends a sentence, a
/// sentence, a line, a clause, a word. A block in which no word ends is left whole.
struct BlockCutting {
  /// Bytes from which on a block is cut; the pieces have half of it at least. No paragraph that anybody
  /// wrote is as long.
  static let mostBytes = 1 << 18

  private let text: [UInt8]

  private init(_ text: [UInt8]) { self.text = text }

  /// The blocks, long ones as several of the same kind. O(blocks + bytes of the long ones).
  static func cut(_ blocks: [Block], of text: [UInt8], mostBytes: Int = mostBytes) -> [Block] {
    guard blocks.contains(where: { $0.range.count > mostBytes }) else { return blocks }
    let cutting = BlockCutting(text)
    var pieces: [Block] = []
    pieces.reserveCapacity(blocks.count)
    for block in blocks {
      var rest = block
      while rest.range.count > mostBytes, let place = cutting.place(in: rest.range, mostBytes) {
        let first = ByteRange(rest.range.start, place).trimmed(in: text)
        pieces.append(Block(kind: rest.kind, range: first, mark: rest.mark))
        rest = Block(kind: rest.kind, range: ByteRange(place, rest.range.end).trimmed(in: text))
      }
      if !rest.range.isEmpty { pieces.append(rest) }
    }
    return pieces
  }

  /// The white space at which a range is best cut; nil where it has none in the stretch looked at.
  private func place(in range: ByteRange, _ mostBytes: Int) -> Int? {
    var best: (rank: Int, place: Int)?
    for place in stride(
      from: min(range.start + mostBytes, text.count) - 1, to: range.start + mostBytes / 2, by: -1)
    where Ascii.isSpace(text[place]) {
      let rank = rank(of: place)
      if rank < best?.rank ?? .max { best = (rank, place) }
      if rank == 0 { break }
    }
    return best?.place
  }

  /// How well a text can be parted at a byte of white space; 0 is best.
  private func rank(of place: Int) -> Int {
    let isLineEnd = text[place] == Ascii.lineFeed || text[place] == Ascii.carriageReturn
    switch text[place - 1] {
    case Ascii.fullStop, UInt8(ascii: "!"), UInt8(ascii: "?"):
      // "Mr." and "St." are short; what ends a sentence is seldom.
      if isLineEnd { return 0 }
      let isLong =
        place >= 5
        && text[place - 5..<place - 1].allSatisfy { Ascii.isLower($0) || Ascii.isDigit($0) }
      return isLong ? 1 : 4
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return isLineEnd ? 2 : 3
    default: return isLineEnd ? 2 : 5
    }
  }
}
