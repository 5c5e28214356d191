import ExpungeDetection
import ExpungeHashing
import ExpungeText

/// Names a finding without its value, so that the name survives edits elsewhere.
///
/// A hash of the class, the part's kind, the sentence with every finding replaced by its label, and
/// the ordinal among findings that agree in all three. Free of values: a list of surnames cannot be
/// tried against it, because no surname goes in.
struct PlaceIdentifier {
  private var seen: [[UInt8]: Int] = [:]

  /// - Parameter ranges: all findings of the part, ascending, in bytes of its text.
  mutating func identify(
    classCode: String, label: Label, part: Part, range: ByteRange,
    ranges: [(range: ByteRange, label: Label)]
  ) -> String {
    let sentence = Sentence.around(
      range, in: part.text, block: PlaceIdentifier.block(around: range, in: part))
    var material = Array(
      "\(classCode)\u{1F}\(part.kind.rawValue)\u{1F}\(label.rawValue)\u{1F}".utf8)
    material += MaskedText.of(sentence, in: part.text, ranges: ranges)
    let ordinal = seen[material, default: 0]
    seen[material] = ordinal + 1
    material += Array("\u{1F}\(ordinal)".utf8)
    return BLAKE2b.digest(of: material, .bits128).hexadecimal
  }

  private static func block(around range: ByteRange, in part: Part) -> ByteRange {
    var low = 0
    var high = part.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if part.blocks[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low < part.blocks.count, part.blocks[low].range.start < range.end else { return range }
    var block = part.blocks[low].range
    while low < part.blocks.count, part.blocks[low].range.start < range.end {
      block = block.union(part.blocks[low].range)
      low += 1
    }
    return block.union(range)
  }
}
