import ExpungeCast
import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// Prints a document's cast as a table that people read; names are masked unless revealed.
package struct CastReport {
  private let reveal: Reveal?
  private let paths: PathStyle
  private var canvas: Canvas

  package init(
    style: Style, reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink
  ) {
    self.reveal = reveal
    self.paths = paths
    canvas = Canvas(style: style, sink: sink)
  }

  /// - Throws: what the sink throws.
  package mutating func write(_ summary: CastSummary) throws {
    let document = MaskedDocument(summary.audit, reveal: reveal)
    let isMasked = reveal == nil && paths == .masked
    canvas.ruledHeading(
      isMasked
        ? MaskedPath(summary.audit).shown(summary.audit.path, number: 1) : summary.audit.path)
    canvas.line(
      "\(Wording.count(summary.people.count, "pseudonym")), "
        + "\(Wording.count(summary.named.count, "person by name", "people by name")), "
        + "\(Wording.count(summary.breaches.count, "remark")).", .faint, indent: 3)
    canvas.blank()
    if !summary.people.isEmpty { write(summary.people, in: document) }
    if !summary.named.isEmpty { write(summary.named, in: document) }
    if !summary.breaches.isEmpty { write(summary.breaches, in: document) }
    for unread in summary.audit.unread {
      canvas.line(
        "Unread: \(unread.part.map { "\($0): " } ?? "")\(Wording.stopped(unread.reason))", .warning)
    }
    try canvas.flush()
  }

  // MARK: Who is who

  private mutating func write(_ people: [CastSummary.Person], in document: MaskedDocument) {
    canvas.line("WHO IS WHO", .heading, indent: 1)
    canvas.blank()
    let rows = people.map { person in
      [
        person.name, person.words, person.gender == .unknown ? "" : person.gender.name,
        Wording.count(person.mentions.count, "mention"), lines(person.mentions, in: document),
      ]
    }
    write(rows)
  }

  /// "lines 9, 12, 14 …"
  private func lines(_ places: [Location], in document: MaskedDocument) -> String {
    var lines: [Int] = []
    for place in places {
      let line = document.position(of: place.range.start, in: place.part).line
      if lines.last != line { lines.append(line) }
    }
    let shown = lines.prefix(6).map(Wording.grouped).joined(separator: ", ")
    return "line\(lines.count == 1 ? "" : "s") \(shown)\(lines.count > 6 ? " \u{2026}" : "")"
  }

  private mutating func write(_ named: [CastSummary.Named], in document: MaskedDocument) {
    canvas.line("PEOPLE BY NAME", .heading, indent: 1)
    canvas.blank()
    write(
      named.map { person in
        [
          reveal == nil ? "[NAME \(person.number)]" : document.text(of: person.finding),
          person.pseudonym.map { "perhaps \($0)" } ?? "",
          Wording.count(person.mentions.count, "mention"), lines(person.mentions, in: document),
        ]
      })
  }

  /// Columns as wide as their widest cell; the last one wraps.
  private mutating func write(_ rows: [[String]]) {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in
      rows.map { DisplayWidth.cells($0[column]) }.max() ?? 0
    }
    for row in rows {
      var label = ""
      for column in 0..<columns - 1 where widths[column] > 0 {
        let cell = row[column]
        label +=
          cell + String(repeating: " ", count: widths[column] - DisplayWidth.cells(cell) + 2)
      }
      canvas.paragraph([Canvas.Run(row[columns - 1])], label: Canvas.Run(label), indent: 3)
    }
    canvas.blank()
  }

  // MARK: What does not fit

  private mutating func write(_ breaches: [Finding], in document: MaskedDocument) {
    canvas.line("WHAT DOES NOT FIT", .heading, indent: 1)
    canvas.blank()
    let places = PlaceWords(document)
    for (index, finding) in breaches.enumerated() {
      let title = CastCheck(rawValue: finding.classCode)?.title ?? finding.rule
      canvas.paragraph(
        [Canvas.Run(title, .heading)], label: Canvas.Run("\(index + 1). ", .heading), indent: 2)
      var place = places.place(finding.location).runs.map(Canvas.Run.init)
      if let position = places.position(finding.location) {
        place.append(Canvas.Run(" (\(position))", .faint))
      }
      canvas.paragraph(place, indent: 5, hanging: 7)
      canvas.line(
        "\(Wording.capitalised(finding.severity.name)), "
          + "\(Wording.confidence(finding.confidence))"
          + (finding.blocking ? ", blocks publication" : ""), indent: 7)
      if let location = finding.location {
        let excerpt = document.excerpt(
          at: location, label: finding.label, width: 2 * (canvas.style.width - 9))
        canvas.paragraph(excerpt.runs.map(Canvas.Run.init), indent: 9)
      }
      let why = finding.evidence.filter { $0.code != .floor }.map { Wording.stopped($0.words) }
        .joined(separator: " ")
      canvas.paragraph([Canvas.Run(why)], label: Canvas.Run("why      ", .faint), indent: 7)
      if !finding.suggestion.isEmpty {
        canvas.paragraph(
          [Canvas.Run(finding.suggestion)], label: Canvas.Run("instead  ", .faint), indent: 7)
      }
    }
    canvas.blank()
  }
}
