package import ExpungeText

/// Documents for tests, made of paragraphs.
package enum TestDocument {
  /// A plain text: one block a paragraph, one body part.
  package static func plain(_ text: String) -> Document {
    let bytes = Array(text.utf8)
    return Document(format: .plainText, parts: [part(bytes)])
  }

  /// A part whose blocks are its non-empty lines.
  package static func part(
    _ bytes: [UInt8], name: String = "body", kind: Part.Kind = .body
  ) -> Part {
    var blocks: [Block] = []
    var start = 0
    for (index, byte) in (bytes + [0x0A]).enumerated() where byte == 0x0A {
      if index > start { blocks.append(Block(kind: .paragraph, range: ByteRange(start, index))) }
      start = index + 1
    }
    return Part(
      name: name, kind: kind, visibility: kind == .fileName ? .metadata : .shown, text: bytes,
      blocks: blocks,
      source: kind == .fileName ? .none : .identity(from: 0, count: bytes.count))
  }
}
