/// Writes a compliance report as Markdown.
enum ComplianceMarkdown {
  static func text(of layout: ComplianceLayout) -> String {
    var text = "# \(layout.title)\n\n**\(layout.verdict.word):** "
    text += "\(MarkdownText.escape(layout.verdict.words))\n"
    for section in layout.sections {
      text += "\n## \(MarkdownText.escape(section.title))\n"
      for block in section.blocks {
        if let words = self.text(of: block) { text += "\n\(words)" }
      }
    }
    return text
  }

  /// Nil for a chart: the table after it holds its figures.
  private static func text(of block: ComplianceLayout.Block) -> String? {
    switch block {
    case .paragraph(let words): MarkdownText.escape(words) + "\n"
    case .facts(let facts):
      MarkdownTable.text(
        columns: ["item", "value"].map { ($0, false) }, rows: facts.map { [$0.name, $0.value] })
    case .table(let table): self.text(of: table)
    case .chart: nil
    case .blanks(let blanks):
      MarkdownTable.text(
        columns: ["to fill in", ""].map { ($0, false) }, rows: blanks.map { [$0.name, ""] })
    }
  }

  private static func text(of table: ComplianceLayout.Table) -> String {
    var text = "**\(MarkdownText.escape(table.title))**\n\n"
    text += MarkdownTable.text(
      columns: table.columns.map { ($0.title, $0.isNumber) }, rows: table.rows)
    guard table.omitted > 0 else { return text }
    return text
      + "\nAnd \(Wording.grouped(table.omitted)) more, which the JSON and the tables hold.\n"
  }
}
