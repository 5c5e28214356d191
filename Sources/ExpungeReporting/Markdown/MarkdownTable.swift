/// A table of Markdown as code hosts read it.
enum MarkdownTable {
  /// Cells are words, and are escaped.
  static func text(columns: [(title: String, isNumber: Bool)], rows: [[String]]) -> String {
    text(
      columns: columns,
      markdown: rows.map { row in row.map { MarkdownText.escape($0) } })
  }

  /// Cells are Markdown already.
  static func text(columns: [(title: String, isNumber: Bool)], markdown rows: [[String]]) -> String
  {
    var text = line(columns.map { MarkdownText.escape($0.title) })
    text += line(columns.map { $0.isNumber ? "---:" : "---" })
    for row in rows { text += line(row) }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }
}
