import CGumbo

/// Decodes character references ("&amp;", "&#8217;") exactly as the parser does, by asking it.
///
/// The parser gives decoded text but not where each reference stood. Rather than keep a second table
/// of 2231 names, each distinct reference of a page is parsed once by itself and remembered.
struct CharacterReferences {
  struct Decoded {
    /// Bytes of the page that the reference takes.
    let width: Int
    let text: [UInt8]
  }

  private struct Key: Hashable {
    let candidate: [UInt8]
    let inAttribute: Bool
  }

  private var known: [Key: Decoded?] = [:]

  /// The reference at an ampersand; nil if the ampersand stands for itself.
  mutating func decode(
    _ page: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool
  ) -> Decoded? {
    var end = start + 1
    let most = min(page.count, start + 40)
    while end < most, isNameByte(page[end]) { end += 1 }
    if end < page.count, page[end] == UInt8(ascii: ";") || page[end] == UInt8(ascii: "=") {
      end += 1
    }
    guard end > start + 1 else { return nil }
    let candidate = Array(page[start..<end])
    if let numeric = CharacterReferences.numeric(candidate) { return numeric }
    let key = Key(candidate: candidate, inAttribute: inAttribute)
    if let found = known[key] { return found }
    let decoded = CharacterReferences.ask(candidate, inAttribute: inAttribute)
    known[key] = .some(decoded)
    return decoded
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "#")
  }

  /// The plain case of a number that ends in ";"; whatever the standard treats specially is nil.
  private static func numeric(_ candidate: [UInt8]) -> Decoded? {
    guard candidate.count > 3, candidate[1] == UInt8(ascii: "#"),
      candidate.last == UInt8(ascii: ";")
    else { return nil }
    let isHex = candidate[2] | 0x20 == UInt8(ascii: "x")
    let digits = candidate[(isHex ? 3 : 2)..<(candidate.count - 1)]
    guard digits.count <= 8,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
      value >= 0x20, !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(value),
      let encoded = UTF8.encode(scalar)
    else { return nil }
    return Decoded(width: candidate.count, text: Array(encoded))
  }

  private static func ask(_ candidate: [UInt8], inAttribute: Bool) -> Decoded? {
    let page =
      inAttribute
      ? Array("<p title=\"".utf8) + candidate + Array("\">".utf8) : Array("<p>".utf8) + candidate
    let arena = GumboArena()
    let output: [UInt8]? = page.withUnsafeBufferPointer { bytes in
      guard let root = arena.parse(bytes)?.pointee.root else { return nil }
      guard let paragraph = TreeNode(root).firstElement(GUMBO_TAG_P) else { return nil }
      if inAttribute { return paragraph.attributes.first.map { Array($0.value) } }
      return paragraph.children.first?.text.map { Array($0) }
    }
    guard let output, output != candidate else { return nil }
    // What follows the reference proper stands at both ends: "&notit;" becomes "¬it;".
    var tail = 0
    while tail < min(output.count, candidate.count) - 1,
      output[output.count - 1 - tail] == candidate[candidate.count - 1 - tail]
    {
      tail += 1
    }
    return Decoded(width: candidate.count - tail, text: Array(output.dropLast(tail)))
  }
}
