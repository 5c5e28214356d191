import ExpungeText

/// Tells which paragraph a marker speaks for: the one that it stands in, or, alone, the next.
struct MarkerScope {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The paragraph, as a place of the document; nil where none follows.
  func paragraph(of marker: InlineMarker, among markers: [InlineMarker]) -> Location? {
    let part = document.parts[marker.location.part]
    return part.kind == .comment
      ? paragraph(ofComment: part) : paragraph(inText: marker, part, markers)
  }

  private func paragraph(
    inText marker: InlineMarker, _ part: Part, _ markers: [InlineMarker]
  ) -> Location? {
    let start = marker.location.range.start
    let own = part.blocks.partitioningIndex { $0.range.end > start }
    guard own < part.blocks.count else { return nil }
    var index = own
    // A paragraph of nothing but markers speaks for the next one that has words.
    while index < part.blocks.count, isOnlyMarkers(part.blocks[index], of: part, marker, markers) {
      index += 1
    }
    guard index < part.blocks.count else { return nil }
    return Location(part: marker.location.part, range: part.blocks[index].range)
  }

  private func isOnlyMarkers(
    _ block: Block, of part: Part, _ marker: InlineMarker, _ markers: [InlineMarker]
  ) -> Bool {
    var position = block.range.start
    for other in markers
    where other.location.part == marker.location.part
      && block.range.contains(other.location.range)
    {
      if !ByteRange(position, other.location.range.start).trimmed(in: part.text).isEmpty {
        return false
      }
      position = other.location.range.end
    }
    return ByteRange(position, block.range.end).trimmed(in: part.text).isEmpty
  }

  /// A comment stands in the file beside the body's paragraphs, on the line of one or between two.
  private func paragraph(ofComment comment: Part) -> Location? {
    guard let place = comment.source.span(of: ByteRange(0, comment.text.count)),
      let body = document.parts.firstIndex(where: { $0.kind == .body })
    else { return nil }
    let part = document.parts[body]
    for block in part.blocks {
      let line = lineEnd(after: block.range.end, in: part.text)
      guard let source = part.source.span(of: ByteRange(block.range.start, line)),
        source.end > place.start
      else { continue }
      return Location(part: body, range: block.range)
    }
    // At the end of the last line nothing of the text follows.
    guard document.format == .markdown, let last = part.blocks.last,
      lineEnd(after: last.range.end, in: part.text) == part.text.count
    else { return nil }
    return Location(part: body, range: last.range)
  }

  /// One past the line feed that ends the line, or the end of the text.
  private func lineEnd(after offset: Int, in text: [UInt8]) -> Int {
    guard offset < text.count else { return text.count }
    return text[offset...].firstIndex(of: Ascii.lineFeed).map { $0 + 1 } ?? text.count
  }
}
