import ExpungeDocuments
import ExpungeReporting
import ExpungeText

/// Marks a Word file: a comment at each finding of its text, the rest as comments at its beginning
/// (ISO/IEC 29500-1, 17.13.4).
struct WordMarks {
  private let contents: FileContents
  private let main: WordPart
  private let relationships: WordRelationships
  private var comments = ""
  private var next: Int
  private var starts: [Int: String] = [:]
  private var ends: [Int: String] = [:]

  /// The changes of entries that put the remarks in.
  ///
  /// - Parameter body: bytes of the contents that hold the body's text.
  /// - Returns: nil for a file without a run of text to hang a comment on.
  static func changes(
    for remarks: [Remark], in contents: FileContents, body: ByteRange
  ) throws(FileEditError) -> [EntryChange]? {
    guard let entry = contents.entry(at: body.start),
      let main = WordPart(entry, of: contents),
      let first = main.runStart(before: body.start)
    else { return nil }
    var marks = WordMarks(contents, main)
    for remark in remarks {
      let span = marks.span(of: remark)
      marks.add(remark, from: span?.start ?? first, to: span?.end ?? first)
    }
    return try marks.changes()
  }

  private init(_ contents: FileContents, _ main: WordPart) {
    self.contents = contents
    self.main = main
    relationships = WordRelationships(of: main, in: contents)
    next = relationships.comments.map { $0.largestIdentifier + 1 } ?? 0
  }

  /// The runs that a remark's pieces lie in.
  private func span(of remark: Remark) -> ByteRange? {
    guard let first = remark.pieces?.first, let last = remark.pieces?.last,
      main.range.contains(first), main.range.contains(last),
      let start = main.runStart(before: first.start), let end = main.runEnd(after: last.end)
    else { return nil }
    return ByteRange(start, end)
  }

  private mutating func add(_ remark: Remark, from start: Int, to end: Int) {
    let w = main.prefix
    let own = relationships.comments?.prefix ?? "w:"
    let identifier = "\(w)id=\"\(next)\""
    starts[start, default: ""] += "<\(w)commentRangeStart \(identifier)/>"
    let closing =
      "<\(w)commentRangeEnd \(identifier)/><\(w)r><\(w)commentReference \(identifier)/></\(w)r>"
    // A remark on nothing closes where it opened.
    if start == end {
      starts[start, default: ""] += closing
    } else {
      ends[end, default: ""] += closing
    }
    comments += "<\(own)comment \(own)id=\"\(next)\" \(own)author=\"Expunge\" \(own)initials=\"E\">"
    for line in remark.lines {
      comments +=
        "<\(own)p><\(own)r><\(own)t xml:space=\"preserve\">\(EscapedMarkup.of(line))</\(own)t></\(own)r></\(own)p>"
    }
    comments += "</\(own)comment>"
    next += 1
  }

  private func changes() throws(FileEditError) -> [EntryChange] {
    var edits = Set(starts.keys).union(ends.keys).map { offset in
      insertion((ends[offset] ?? "") + (starts[offset] ?? ""), at: offset)
    }
    var added: [EntryChange] = []
    if let known = relationships.comments {
      edits.append(insertion(comments, at: known.endOfRoot))
    } else {
      added.append(
        .add(
          name: relationships.newCommentsName,
          contents: Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"\(main.namespace)\">\(comments)</w:comments>"
              .utf8)))
      let registration = relationships.registration()
      edits += registration.insertions.map { insertion($0.markup, at: $0.offset) }
      added += registration.added
    }
    return try PackedEdits.changes(edits, in: contents) + added
  }

  private func insertion(_ markup: String, at offset: Int) -> FileEdit {
    FileEdit(
      source: ByteRange(offset, offset), replacement: Array(markup.utf8), isMarkup: true)
  }
}
