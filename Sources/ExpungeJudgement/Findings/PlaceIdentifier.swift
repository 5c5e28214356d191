import ExpungeDetection
import ExpungeHashing
import ExpungeText

/// What a finding's identifier is made of, hashed and free of values.
///
/// The class, the part's kind, the label and the sentence with every finding replaced by its label. A
/// list of surnames cannot be tried against it, because no surname goes in.
final class PlaceMaterial {
  /// Bytes of a sentence that count, on each side: a text without full stops takes linear time, too.
  private static let reach = 2_048

  private let hash: BLAKE2b

  /// - Parameters:
  ///   - range: bytes of the part's text.
  ///   - text: the part's text, all findings of those blocks hidden.
  init(
    classCode: String, label: Label, part: Part, range: ByteRange, in text: ValueFreeText
  ) {
    let block = Self.block(around: range, in: part)
    let limits = ByteRange(
      UTF8Cursor.ceiling(max(block.start, range.start - Self.reach), in: part.text),
      UTF8Cursor.floor(min(block.end, range.end + Self.reach), in: part.text))
    let sentence = Sentence.around(range, in: part.text, within: limits).trimmed(in: part.text)
    var hash = BLAKE2b(.bits128)
    hash.update(Array("\(classCode)\u{1F}\(part.kind.rawValue)\u{1F}\(label.rawValue)\u{1F}".utf8))
    hash.update(text.bytes(in: sentence))
    self.hash = hash
  }

  /// The digest of it all.
  fileprivate var digest: Digest { hash.digest(adding: []) }

  /// The digest of it all and some more.
  fileprivate func digest(adding words: String) -> Digest { hash.digest(adding: Array(words.utf8)) }

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

/// Names a finding without its value, so that the name survives edits elsewhere: a hash of its material
/// and of the ordinal among findings that agree in it.
struct PlaceIdentifier {
  /// How many findings agreed so far, by the digest of what they agree in.
  private var seen: [Digest: Int] = [:]

  mutating func identify(_ material: PlaceMaterial) -> String {
    let digest = material.digest
    let ordinal = seen[digest, default: 0]
    seen[digest] = ordinal + 1
    return material.digest(adding: "\u{1F}\(ordinal)").hexadecimal
  }

  /// Names a finding about a whole document.
  ///
  /// - Parameter about: what tells it from others of its class, without a value.
  static func ofDocument(classCode: String, label: Label, about: String) -> String {
    let material = "\(classCode)\u{1F}document\u{1F}\(label.rawValue)\u{1F}\(about)"
    return BLAKE2b.digest(of: Array(material.utf8), .bits128).hexadecimal
  }
}
