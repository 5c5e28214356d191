import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Where a place stands in its file, as an editor or a code host counts; all from 1.
struct FilePosition: Equatable {
  var line: Int
  var endLine: Int
  /// In Unicode scalars; nil where only the line is known.
  var column: Int?
  /// The column after the last one.
  var endColumn: Int?
}

extension MaskedDocument {
  /// Nil for a whole document, a file's name, and what has no line of its own.
  ///
  /// The body of a text is its file, so that line and column are the file's; of a page's parts only the
  /// line is known, and only where the run kept the file's lines.
  func filePosition(of location: Location?) -> FilePosition? {
    guard let location, let part = part(location.part) else { return nil }
    let isFileText =
      audit.document.map { $0.format != .html && $0.mapsToFile } ?? true && part.kind == .body
    if isFileText {
      let start = position(of: location.range.start, in: location.part)
      let end = position(of: location.range.end, in: location.part)
      return FilePosition(
        line: start.line, endLine: end.line, column: start.column, endColumn: end.column)
    }
    guard let lines = audit.fileLines, let source = part.source.span(of: location.range) else {
      return nil
    }
    let line = lines.line(at: source.start)
    return FilePosition(
      line: line, endLine: max(line, lines.line(at: max(source.start, source.end - 1))))
  }
}
