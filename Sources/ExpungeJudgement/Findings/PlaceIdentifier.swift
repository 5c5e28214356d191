import ExpungeDetection
import ExpungeHashing
import ExpungeText

/// Names a finding without its value, so that the name survives edits elsewhere.
///
/// A hash of the class, the part's kind, the sentence with every finding replaced by its label, and
/// the ordinal among findings that agree in all three. Free of values: a list of surnames cannot be
/// tried against it, because no surname goes in.
struct PlaceIdentifier {
  /// Bytes of a sentence that count, on each side: a text without full stops takes linear time, too.
  private static let reach = 2_048

  /// How many findings agreed so far, by the digest of what they agree in.
  private var seen: [Digest: Int] = [:]

  /// - Parameters:
  ///   - range: bytes of the part's text.
  ///   - text: the part's text, all of its findings hidden.
  mutating func identify(
    classCode: String, label: Label, part: Part, range: ByteRange, in text: ValueFreeText
  ) -> String {
    let block = PlaceIdentifier.block(around: range, in: part)
    let limits = ByteRange(
      UTF8Cursor.ceiling(max(block.start, range.start - Self.reach), in: part.text),
      UTF8Cursor.floor(min(block.end, range.end + Self.reach), in: part.text))
    let sentence = Sentence.around(range, in: part.text, within: limits).trimmed(in: part.text)
    var material = Array(
      "\(classCode)\u{1F}\(part.kind.rawValue)\u{1F}\(label.rawValue)\u{1F}".utf8)
    material += text.bytes(in: sentence)
    let digest = BLAKE2b.digest(of: material, .bits128)
    let ordinal = seen[digest, default: 0]
    seen[digest] = ordinal + 1
    material += Array("\u{1F}\(ordinal)".utf8)
    return BLAKE2b.digest(of: material, .bits128).hexadecimal
  }

  /// Names a finding about a whole document.
  ///
  /// - Parameter about: what tells it from others of its class, without a value.
  static func ofDocument(classCode: String, label: Label, about: String) -> String {
    let material = "\(classCode)\u{1F}document\u{1F}\(label.rawValue)\u{1F}\(about)"
    return BLAKE2b.digest(of: Array(material.utf8), .bits128).hexadecimal
  }

  /// The blocks that a range touches, and the range. O(log n + those blocks).
  private static func block(around range: ByteRange, in part: Part) -> ByteRange {
    var index = part.blocks.partitioningIndex { $0.range.end > range.start }
    var whole = range
    while index < part.blocks.count, part.blocks[index].range.start < range.end {
      whole = whole.union(part.blocks[index].range)
      index += 1
    }
    return whole
  }
}
