import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// What `explain` prints: what spoke for and against, each with its weight.
package struct ExplainReport {
  private let reveal: Reveal?
  private var canvas: Canvas

  package init(style: Style, reveal: Reveal? = nil, sink: @escaping ByteSink) {
    self.reveal = reveal
    canvas = Canvas(style: style, sink: sink)
  }

  /// One finding.
  ///
  /// - Throws: what the sink throws.
  package mutating func finding(_ finding: Finding, in audit: DocumentAudit) throws {
    write(finding, in: MaskedDocument(audit, reveal: reveal))
    try canvas.flush()
  }

  /// All findings that hold a place, then the hits that came to nothing there.
  ///
  /// Those hits are masked as findings are, unless revealed: what a rule dropped may still be true.
  /// - Throws: what the sink throws.
  package mutating func place(_ place: PlaceExplanation, in audit: DocumentAudit) throws {
    let document = MaskedDocument(
      audit, reveal: reveal, marking: place.candidates.map { ($0.location, $0.label) })
    let here = audit.findings.filter { finding in
      guard let location = finding.location, location.part == place.location.part else {
        return false
      }
      return location.range.start <= place.location.range.start
        && place.location.range.start < location.range.end
        || location.range.overlaps(place.location.range)
    }
    for finding in here { write(finding, in: document) }
    for candidate in place.candidates { write(candidate, in: document) }
    if here.isEmpty, place.candidates.isEmpty {
      write(place.location, in: document)
      canvas.line(
        place.guards.isEmpty
          ? "Nothing was found here: no rule has anything to say about this place, and no guard."
          : "Nothing was found here: no rule has anything to say about this place.")
      canvas.blank()
    }
    write(place.guards)
    for fact in place.facts { canvas.line(fact, hanging: 2) }
    try canvas.flush()
  }

  private mutating func write(_ finding: Finding, in document: MaskedDocument) {
    let verdict = finding.blocking ? "blocks publication" : "does not block"
    canvas.line(
      "\(Wording.capitalised(Wording.indefinite(finding.label))): \(finding.severity.name), "
        + "\(Wording.confidence(finding.confidence)), \(verdict)", .heading)
    write(finding.location, in: document)
    if let location = finding.location { writeSentence(location, finding.label, in: document) }
    write(finding.evidence)
    canvas.line(
      "Together: \(finding.confidence) in a hundred, \(Wording.likelihood(finding.confidence)).")
    if !finding.suggestion.isEmpty {
      canvas.line("Instead: \(finding.suggestion)", hanging: 2)
    }
    canvas.line(
      "Rule \(finding.rule), class \(finding.classCode), id \(finding.id)", .faint, hanging: 2)
    for related in finding.related {
      let words =
        switch related.role {
        case .source: "Given away here: "
        case .piece: "Another piece of it: "
        case .contrast: "Contradicted here: "
        }
      canvas.paragraph(
        [Canvas.Run(words)] + placeRuns(related.location, in: document), hanging: 2)
    }
    canvas.blank()
  }

  private mutating func write(
    _ candidate: PlaceExplanation.Candidate, in document: MaskedDocument
  ) {
    canvas.line("No finding: \(candidate.title)", .heading, hanging: 2)
    write(candidate.location, in: document)
    writeSentence(candidate.location, candidate.label, in: document)
    canvas.line(candidate.outcome)
    write(candidate.evidence)
    canvas.blank()
  }

  /// What explains the words as no leak, widest first, each once.
  private mutating func write(_ guards: [HeardGuard]) {
    guard !guards.isEmpty else { return }
    canvas.line("What is no leak here", .heading)
    var told: Set<String> = []
    for heard in guards.sorted(by: { $0.location.range < $1.location.range })
    where told.insert(heard.rule).inserted {
      canvas.paragraph(
        [Canvas.Run(Self.words(heard)), Canvas.Run(" (\(heard.rule))", .faint)], indent: 2,
        hanging: 4)
    }
    canvas.blank()
  }

  /// "Council: a name, an organisation or a place wholly inside it is no leak, for rules that heed it."
  private static func words(_ heard: HeardGuard) -> String {
    let claims = heard.guarding.claims.map(Wording.indefinite)
    let what =
      claims.isEmpty
      ? "anything"
      : claims.count == 1
        ? claims[0]
        : claims.dropLast().joined(separator: ", ") + " or " + (claims.last ?? "")
    let extent = heard.guarding.overlapSuffices ? "that touches it" : "wholly inside it"
    let effect =
      heard.guarding.lowersTo.map { "is at most \($0.name)" } ?? "is no leak"
    return "\(heard.title): \(what) \(extent) \(effect), for rules that heed it."
  }

  private mutating func write(_ location: Location?, in document: MaskedDocument) {
    canvas.paragraph(placeRuns(location, in: document), hanging: 2)
  }

  private func placeRuns(_ location: Location?, in document: MaskedDocument) -> [Canvas.Run] {
    let words = PlaceWords(document)
    var runs = words.place(location).runs.map(Canvas.Run.init)
    if let position = words.position(location) { runs.append(Canvas.Run(" (\(position))", .faint)) }
    return runs
  }

  private mutating func writeSentence(
    _ location: Location, _ label: Label, in document: MaskedDocument
  ) {
    let excerpt = document.excerpt(
      at: location, label: label, width: 2 * (canvas.style.width - 4))
    canvas.paragraph(excerpt.runs.map(Canvas.Run.init), indent: 4)
  }

  private mutating func write(_ evidence: [Evidence]) {
    let kinds: [(String, (Int) -> Bool)] = [
      ("Speaks for it", { $0 > 0 }), ("Speaks against it", { $0 < 0 }), ("Also", { $0 == 0 }),
    ]
    for (title, belongs) in kinds {
      let lines = evidence.filter { belongs($0.weight) && !$0.words.isEmpty }
      guard !lines.isEmpty else { continue }
      canvas.line(title)
      for line in lines.sorted(by: { $0.weight.magnitude > $1.weight.magnitude }) {
        let weight = line.weight > 0 ? "+\(line.weight)" : line.weight < 0 ? "\(line.weight)" : ""
        let padding = String(repeating: " ", count: max(0, 5 - weight.count))
        canvas.paragraph(
          [Canvas.Run(line.words)], label: Canvas.Run("\(padding)\(weight)  "))
      }
    }
  }
}
