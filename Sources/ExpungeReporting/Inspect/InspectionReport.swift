import ExpungeJudgement
import ExpungeText

/// Prints what files are made of, for people.
package struct InspectionReport {
  private var paths: ShownPaths
  private var canvas: Canvas

  package init(style: Style, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    canvas = Canvas(style: style, sink: sink)
  }

  /// - Throws: what the sink throws.
  package mutating func write(_ inspection: FileInspection) throws {
    let audit = inspection.audit
    canvas.ruledHeading(paths.next(audit))
    canvas.line(synopsis(of: inspection), .faint, indent: 3)
    canvas.blank()
    if !inspection.layers.isEmpty {
      canvas.line("LAYERS", .heading, indent: 1)
      write(inspection.layers)
    }
    write(
      "ALSO NOTICED", inspection.facts.map { Wording.count($1, $0.words.one, $0.words.many) })
    // A tracked change is either accepted or rejected: its pieces are told once.
    write(
      "REDACT TAKES OUT BY RULE",
      inspection.goesByRule.filter { $0.kind != .rejectChange }
        .map { Wording.count($1, $0.words.one, $0.words.many) })
    if !audit.unread.isEmpty {
      canvas.line("NOT READ", .warning, indent: 1)
      for item in audit.unread { write(item) }
      canvas.blank()
    }
    if !audit.acknowledged.isEmpty {
      canvas.line("ACCEPTED UNREAD by a review", .heading, indent: 1)
      for item in audit.acknowledged {
        canvas.line(
          "\(Wording.capitalised(item.item.part ?? "the whole document")): "
            + "\(FindingSentence.acceptance(item)).", indent: 4, hanging: 6)
      }
      canvas.blank()
    }
    try canvas.flush()
  }

  /// "Word file, 23,456 bytes, 14 inner files of 120,000 bytes."
  private func synopsis(of inspection: FileInspection) -> String {
    guard let document = inspection.audit.document else {
      return "Not read, \(Wording.count(inspection.bytes, "byte"))."
    }
    var words =
      Wording.capitalised(Wording.name(of: document.format))
      + ", \(Wording.count(inspection.bytes, "byte"))"
    if let contents = document.contents {
      words +=
        ", \(Wording.count(contents.entries.count, "inner file")) of "
        + Wording.count(contents.bytes.count, "byte")
    }
    return words + "."
  }

  private mutating func write(_ layers: [FileInspection.Layer]) {
    let rows = layers.map { layer in
      [
        layer.name, layer.visibility.rawValue, Wording.count(layer.parts, "part"),
        "\(Wording.count(layer.characters, "character")), \(Wording.count(layer.words, "word"))",
      ]
    }
    let widths = (0..<3).map { column in
      rows.map { DisplayWidth.cells($0[column]) }.max() ?? 0
    }
    for row in rows {
      var label = ""
      for column in 0..<3 {
        let filling = widths[column] - DisplayWidth.cells(row[column]) + 2
        label += row[column] + String(repeating: " ", count: filling)
      }
      canvas.paragraph([Canvas.Run(row[3])], label: Canvas.Run(label), indent: 4)
    }
    canvas.blank()
  }

  private mutating func write(_ heading: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    canvas.line(heading, .heading, indent: 1)
    for item in items { canvas.line(Wording.capitalised(item), indent: 4, hanging: 6) }
    canvas.blank()
  }

  private mutating func write(_ item: Unread) {
    let limit = item.limit.map { " (limit: \($0))" } ?? ""
    canvas.line(
      "\(Wording.capitalised(item.part ?? "the whole document")): "
        + "\(Wording.unstopped(item.reason))\(limit).", indent: 4, hanging: 6)
    // On a line of its own, to be copied into the settings.
    if let hash = item.contentHash { canvas.line("sha256: \(hash)", indent: 6) }
  }
}
