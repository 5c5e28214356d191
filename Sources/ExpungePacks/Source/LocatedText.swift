import Yams

/// A scalar of a pattern file that knows where each of its bytes stands.
struct LocatedText: Sendable {
  let text: String
  let file: YAMLFile
  private let line: Int
  private let column: Int
  private let style: Style

  private enum Style: Sendable { case plain, singleQuoted, doubleQuoted, block }

  init(_ scalar: Node.Scalar, in file: YAMLFile) {
    text = scalar.string
    self.file = file
    line = scalar.mark?.line ?? 1
    column = scalar.mark?.column ?? 1
    style =
      switch scalar.style {
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal, .folded: .block
      default: .plain
      }
  }

  /// Where the scalar begins: its quotation mark, or the `|` of a block.
  var place: SourcePlace { SourcePlace(file: file.path, line: line, column: column) }

  /// Where a UTF-8 byte of `text` stands in the file. O(length of the scalar).
  func place(ofByte offset: Int) -> SourcePlace {
    style == .block ? placeInBlock(offset) : placeInFlow(offset)
  }

  private func placeInBlock(_ offset: Int) -> SourcePlace {
    // The content begins in the line after the `|`, indented as its first line with text is.
    var number = line
    let indent =
      file.lines[min(number, file.lines.count)...].first { $0.contains { $0 != " " } }?
      .prefix { $0 == " " }.count ?? 0
    var column = 0
    for (position, scalar) in positions() {
      if position >= offset { break }
      if scalar == "\n" {
        number += 1
        column = 0
      } else {
        column += 1
      }
    }
    return SourcePlace(file: file.path, line: number + 1, column: indent + column + 1)
  }

  private func placeInFlow(_ offset: Int) -> SourcePlace {
    var cursor = FlowCursor(
      lines: file.lines, line: line - 1, column: column - (style == .plain ? 1 : 0))
    for (position, scalar) in positions() {
      cursor.skipLineFold(before: scalar)
      if position >= offset { break }
      switch style {
      case .singleQuoted where scalar == "'": cursor.advance(by: 2)
      case .doubleQuoted: cursor.advanceOverEscape()
      default: cursor.advance(by: 1)
      }
    }
    return SourcePlace(file: file.path, line: cursor.line + 1, column: cursor.column + 1)
  }

  private func positions() -> [(Int, Unicode.Scalar)] {
    var offset = 0
    return text.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return (offset, scalar)
    }
  }
}

/// Walks the raw text of a plain or quoted scalar beside its value.
private struct FlowCursor {
  let lines: [[Unicode.Scalar]]
  /// From 0.
  var line: Int
  /// From 0.
  var column: Int

  private var current: [Unicode.Scalar] { lines.indices.contains(line) ? lines[line] : [] }

  mutating func advance(by count: Int) { column += count }

  /// A line break inside the scalar reads as one space, and the white space about it as nothing.
  mutating func skipLineFold(before scalar: Unicode.Scalar) {
    guard isBlank(current.dropFirst(column)) else { return }
    if scalar == " " || scalar == "\n" {
      // Stay before the break: the next character is the first of the next line with text.
      column = current.count
      return
    }
    while line + 1 < lines.count, isBlank(current.dropFirst(column)) {
      line += 1
      column = current.prefix { $0 == " " || $0 == "\t" }.count
    }
  }

  private func isBlank(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    rest.allSatisfy { $0 == " " || $0 == "\t" }
  }

  mutating func advanceOverEscape() {
    guard column < current.count, current[column] == "\\", column + 1 < current.count else {
      column += 1
      return
    }
    switch current[column + 1] {
    case "x": column += 4
    case "u": column += 6
    case "U": column += 10
    default: column += 2
    }
  }
}
