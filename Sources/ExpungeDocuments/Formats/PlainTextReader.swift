import ExpungeText

/// Plain text as one body part: the file's text itself, its blocks told by their shape.
///
/// Paragraphs are separated by blank lines and may be wrapped; list items, "From:" lines, rows of a
/// table and short lines that stand alone are blocks of their own. A list item's range begins at
/// its mark.
enum PlainTextReader {
  static func read(_ decoded: DecodedText) -> Document {
    let blocks = PlainTextBlocks(decoded.text).blocks
    let body = Part(
      name: "body", kind: .body, visibility: .shown, text: decoded.text, blocks: blocks,
      source: decoded.source)
    return Document(format: .plainText, encoding: decoded.encoding, parts: [body])
  }
}
