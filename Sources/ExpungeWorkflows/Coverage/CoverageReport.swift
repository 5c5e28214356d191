/// What `patterns coverage` prints: counts and shapes, and the words only for who asked.
package struct CoverageReport {
  private let figures: CoverageFigures
  private let listsWords: Bool

  package init(_ figures: CoverageFigures, listsWords: Bool) {
    self.figures = figures
    self.listsWords = listsWords
  }

  package var text: String {
    let guarded = figures.guarded.values.reduce(0, +)
    var lines = [
      "\(figures.words) capitalised words in \(figures.texts) \(figures.texts == 1 ? "text" : "texts")",
      "", row("explained by guards", guarded),
    ]
    for (kind, count) in figures.guarded.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append(row("  " + kind, count))
    }
    lines += [
      row("first of a sentence, heading or item", figures.position),
      row("common words", figures.common), row("small elsewhere in these texts", figures.seenSmall),
      row("acronyms introduced in brackets", figures.introduced),
      row("inside a finding", figures.found), row("unexplained", figures.unexplainedCount),
    ]
    for (shape, count) in figures.shapes.sorted(by: { $0.key < $1.key }) {
      lines.append(row("  of the shape \(shape)", count))
    }
    if let share = figures.explainedShare {
      lines += ["", row("explained in all", nil, share: share)]
    }
    if listsWords, !figures.unexplained.isEmpty {
      lines += ["", "Unexplained:"]
      for (word, count) in figures.unexplained.sorted(by: {
        ($1.value, $0.key) < ($0.value, $1.key)
      }) {
        lines.append("\(right("\(count)", 7))  \(word)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ title: String, _ count: Int?, share: Double? = nil) -> String {
    let part = share ?? Double(count ?? 0) / Double(max(1, figures.words))
    let tenths = Int((part * 1000).rounded())
    return title + String(repeating: " ", count: max(1, 40 - title.count))
      + right(count.map(String.init) ?? "", 7) + right("\(tenths / 10).\(tenths % 10) %", 9)
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
