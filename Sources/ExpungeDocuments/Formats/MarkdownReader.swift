import ExpungeText

/// Markdown as its reader sees it, line for line as in the file.
///
/// The body is the file's text without what a rendered page would not show: emphasis marks, link
/// targets, comments, tags, quote marks, front matter. Marks that shape the page (`#`, `-`, `1.`, `|`)
/// stay. Line feeds within what is cut stay too, so lines are the file's lines; columns behind a cut
/// are not. Link targets, comments, alternative texts, tags and front matter are parts of their own.
package enum MarkdownReader {
  /// - Parameter mostParts: a document's parts, the body among them; what is more is unread.
  static func read(_ decoded: DecodedText, mostParts: Int) -> Document {
    let reading = parts(of: decoded.text, mostParts: mostParts)
    return Document(
      format: .markdown, encoding: decoded.encoding,
      parts: reading.parts.map { $0.part(source: $0.source.followed(by: decoded.source)) },
      unread: reading.stops.map(\.unread))
  }

  /// The parts of a text, which map to it.
  package static func parts(of text: [UInt8], mostParts: Int) -> ReadParts {
    var cuts = MarkdownCuts(text, mostParts: mostParts - 1)
    cuts.find()
    let (shown, runs) = remaining(of: text, without: cuts.ranges)
    let body = ReadPart(
      role: .body, number: 1, text: shown, blocks: MarkdownBlocks(shown).blocks,
      source: SourceMap(runs: runs))
    return ReadParts(
      parts: [body] + cuts.parts, stops: cuts.hasTooManyParts ? [.documentParts] : [])
  }

  private static func remaining(
    of text: [UInt8], without cuts: [ByteRange]
  ) -> ([UInt8], [SourceMap.Run]) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var runs: [SourceMap.Run] = []

    func copy(_ start: Int, _ end: Int) {
      guard start < end else { return }
      let target = result.count
      result += text[start..<end]
      runs.append(
        SourceMap.Run(
          text: ByteRange(target, result.count), source: ByteRange(start, end), verbatim: true))
    }

    var index = 0
    for cut in cuts {
      copy(index, cut.start)
      for place in cut.start..<cut.end where text[place] == 0x0A || text[place] == 0x0D {
        copy(place, place + 1)
      }
      index = cut.end
    }
    copy(index, text.count)
    return (result, runs)
  }
}
