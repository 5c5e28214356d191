package import ExpungeJudgement
package import ExpungeText

/// Takes the markers that ask to leave a finding standing out of a copy: readers never see them.
package struct MarkerCuts {
  /// Ascending and disjoint bytes of the file.
  package let ranges: [ByteRange]

  /// - Parameter bytes: the file, to take a comment's own signs with its words.
  package init(of audit: DocumentAudit, in bytes: [UInt8]) {
    guard let document = audit.document else {
      ranges = []
      return
    }
    var found: [ByteRange] = []
    for marker in audit.markers {
      let part = document.parts[marker.location.part]
      let pieces = part.source.pieces(of: marker.location.range).filter { !$0.isEmpty }
      if part.kind == .comment, document.encoding.unitWidth == 1, let first = pieces.first,
        let last = pieces.last
      {
        found.append(Self.withSigns(ByteRange(first.start, max(first.end, last.end)), in: bytes))
      } else {
        found += pieces.map { Self.withSpace($0, in: bytes, document.encoding) }
      }
    }
    var merged: [ByteRange] = []
    for range in found.sorted() {
      if let last = merged.last, range.start < last.end {
        merged[merged.count - 1] = last.union(range)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// A plan's changes without those that a cut makes needless, and the cuts; an edit that a cut only touches stays, and is kept out
  /// of the cut.
  package func joined(with plan: RedactionPlan) -> [FileEdit] {
    var all: [FileEdit] = []
    for edit in plan.edits where !ranges.contains(where: { $0.contains(edit.source) }) {
      all.append(FileEdit(source: edit.source, replacement: edit.replacement))
    }
    // A sentence beside a marker is mended as far as the marker leaves it.
    all += plan.mends.filter { mend in !ranges.contains { $0.overlaps(mend.source) } }
    for range in ranges {
      var start = range.start
      let inside = all.map(\.source).filter { $0.overlaps(range) }.sorted()
      for edit in inside {
        if edit.start > start {
          all.append(FileEdit(source: ByteRange(start, edit.start), replacement: []))
        }
        start = max(start, edit.end)
      }
      if start < range.end {
        all.append(FileEdit(source: ByteRange(start, range.end), replacement: []))
      }
    }
    return all.sorted { $0.source < $1.source }
  }

  /// A comment with its "<!--" and "-->", where they stand beside it.
  private static func withSigns(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
    let opening = Array("<!--".utf8)
    let closing = Array("-->".utf8)
    var (start, end) = (range.start, range.end)
    while start > 0, Ascii.isSpace(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, Ascii.isSpace(bytes[end]) { end += 1 }
    guard start >= opening.count, end + closing.count <= bytes.count,
      bytes[start - opening.count..<start].elementsEqual(opening),
      bytes[end..<end + closing.count].elementsEqual(closing)
    else { return range }
    return ByteRange(start - opening.count, end + closing.count)
  }

  /// A marker at a paragraph's end leaves no space behind.
  private static func withSpace(
    _ range: ByteRange, in bytes: [UInt8], _ encoding: TextEncoding
  ) -> ByteRange {
    guard encoding.unitWidth == 1, range.start > 0, bytes[range.start - 1] == Ascii.space else {
      return range
    }
    return ByteRange(range.start - 1, range.end)
  }
}
