import ExpungeDetection

/// Writes a compliance report as one page that needs nothing else: no script, no network.
enum CompliancePage {
  static func text(of layout: ComplianceLayout) -> String {
    var html = PageShell.compliance.head
    html += "<header>\n<h1>\(EscapedMarkup.of(layout.title))</h1>\n</header>\n"
    let word = layout.verdict.word
    html += """
      <section id="verdict" class="card \(word.lowercased())" aria-labelledby="verdict-title">
      <h2 id="verdict-title">\(EscapedMarkup.of(word))</h2>
      <p>\(EscapedMarkup.of(layout.verdict.words))</p>
      </section>
      <nav class="card contents" aria-label="Sections">
      <ol>

      """
    for section in layout.sections {
      html += "<li><a href=\"#\(section.id)\">\(EscapedMarkup.of(section.title))</a></li>\n"
    }
    html += "</ol>\n</nav>\n<main id=\"report\">\n"
    for section in layout.sections { html += text(of: section) }
    return html + "</main>\n" + PageShell.compliance.foot
  }

  private static func text(of section: ComplianceLayout.Section) -> String {
    var html = """
      <section class="card" id="\(section.id)" aria-labelledby="\(section.id)-title">
      <h2 id="\(section.id)-title">\(EscapedMarkup.of(section.title))</h2>

      """
    var blanks = 0
    for block in section.blocks {
      switch block {
      case .paragraph(let words): html += "<p>\(EscapedMarkup.of(words))</p>\n"
      case .facts(let facts):
        html += "<dl class=\"facts\">\n"
        for fact in facts {
          html +=
            "<dt>\(EscapedMarkup.of(fact.name))</dt><dd>\(EscapedMarkup.of(fact.value))</dd>\n"
        }
        html += "</dl>\n"
      case .table(let table): html += text(of: table)
      case .chart(let chart): html += text(of: chart)
      case .blanks(let fields):
        for field in fields {
          blanks += 1
          html +=
            "<div class=\"blank\"><label for=\"blank-\(blanks)\">\(EscapedMarkup.of(field.name))</label>"
            + "<textarea id=\"blank-\(blanks)\" rows=\"\(field.lines)\"></textarea></div>\n"
        }
      }
    }
    return html + "</section>\n"
  }

  private static func text(of table: ComplianceLayout.Table) -> String {
    let title = EscapedMarkup.of(table.title)
    var html = "<div class=\"scroll\" role=\"region\" aria-label=\"\(title)\" tabindex=\"0\">\n"
    html += "<table>\n<caption>\(title)</caption>\n<thead>\n<tr>"
    for column in table.columns {
      html += "<th scope=\"col\"\(number(column))>\(EscapedMarkup.of(column.title))</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        let words = EscapedMarkup.of(cell)
        html +=
          index == 0
          ? "<th scope=\"row\">\(words)</th>"
          : "<td\(number(table.columns[index]))>\(words)</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n</div>\n"
    guard table.omitted > 0 else { return html }
    return html
      + "<p class=\"soft\">And \(Wording.grouped(table.omitted)) more, which the JSON and the tables "
      + "hold.</p>\n"
  }

  private static func number(_ column: ComplianceLayout.Column) -> String {
    column.isNumber ? " class=\"number\"" : ""
  }
}

// MARK: - Charts

extension CompliancePage {
  private static let rowHeight = 44
  private static let lineHeight = 12

  /// Bars below their names, as wide as the page whatever its width: shares are percentages, letters are
  /// never scaled.
  private static func text(of chart: BarChart) -> String {
    let lines = chart.kind == .parts ? 1 : chart.series.count
    let row = rowHeight + (lines - 1) * lineHeight
    var svg = ""
    for (index, bar) in chart.bars.enumerated() {
      svg += text(of: bar, in: chart, at: index * row)
    }
    let legend = chart.series.indices.map { index in
      "<span class=\"legend\"><span class=\"key \(fill(index, in: chart))\"></span>"
        + "\(EscapedMarkup.of(chart.series[index]))</span>"
    }
    return """
      <figure class="chart">
      <figcaption>\(EscapedMarkup.of(chart.title)) \(legend.joined(separator: " "))</figcaption>
      <svg role="img" aria-label="\(EscapedMarkup.of(chart.words))" width="100%" \
      height="\(chart.bars.count * row)">
      \(svg)</svg>
      </figure>

      """
  }

  private static func text(of bar: BarChart.Bar, in chart: BarChart, at top: Int) -> String {
    let total = bar.values.reduce(0, +)
    let words =
      chart.kind == .parts
      ? "\(Wording.grouped(bar.values.first ?? 0)) of \(Wording.grouped(total))"
      : bar.values.map(Wording.grouped).joined(separator: " \u{2192} ")
    let tone = bar.tone.map { " \($0)" } ?? ""
    var svg =
      "<svg y=\"\(top)\" width=\"75%\" height=\"20\" overflow=\"hidden\">"
      + "<text x=\"0\" y=\"15\">\(EscapedMarkup.of(bar.name))</text></svg>"
      + "<text class=\"value\" x=\"100%\" y=\"\(top + 15)\">\(words)</text>\n"
    var before = 0
    for (index, value) in bar.values.enumerated() {
      let line = top + 22 + (chart.kind == .parts ? 0 : index * lineHeight)
      let start = chart.kind == .parts ? share(before, of: chart.longest) : "0%"
      svg +=
        "<rect class=\"\(fill(index, in: chart))\(tone)\" x=\"\(start)\" y=\"\(line)\" "
        + "width=\"\(share(value, of: chart.longest))\" height=\"10\"/>\n"
      before += value
    }
    return svg
  }

  /// What is spoken of is full: what blocks, what is now.
  private static func fill(_ index: Int, in chart: BarChart) -> String {
    (index == 0) == (chart.kind == .parts) ? "full" : "hollow"
  }

  /// "34.52%", of whole numbers alone, so that every machine writes the same.
  private static func share(_ part: Int, of whole: Int) -> String {
    let hundredths = part * 10_000 / whole
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
