import ExpungeDetection
import ExpungeJudgement

extension TextReporter {
  /// All that is known about one person or address.
  mutating func write(
    _ group: FindingGroups.Group, number: Int, in document: MaskedDocument
  ) throws {
    let findings = group.findings
    let places = findings.count > 1 ? ", \(Wording.count(findings.count, "place"))" : ""
    canvas.paragraph(
      [Canvas.Run(group.title + places, .heading)], label: Canvas.Run("\(number). ", .heading),
      indent: 2)
    let labels = Set(findings.map(\.label))
    let advice = Set(findings.map(\.suggestion))
    for finding in findings {
      write(
        finding, naming: labels.count > 1, advising: findings.count == 1 || advice.count > 1,
        in: document)
      try canvas.flushWhenFull()
    }
    if findings.count > 1, advice.count == 1 { writeDetail("instead", findings[0].suggestion) }
    canvas.blank()
  }

  private mutating func write(
    _ finding: Finding, naming: Bool, advising: Bool, in document: MaskedDocument
  ) {
    let words = PlaceWords(document)
    var place = words.place(finding.location).runs.map(Canvas.Run.init)
    if let position = words.position(finding.location) {
      place.append(Canvas.Run(" (\(position))", .faint))
    }
    canvas.paragraph(place, indent: 5, hanging: 7)
    canvas.paragraph(weight(of: finding, naming: naming), indent: 7)
    if let location = finding.location {
      let excerpt = document.excerpt(
        at: location, label: finding.label, width: 2 * (options.style.width - 9))
      canvas.paragraph(excerpt.runs.map(Canvas.Run.init), indent: 9)
    }
    writeDetail("why", FindingReasons.words(finding, against: false, atMost: 3))
    writeDetail("against", FindingReasons.words(finding, against: true, atMost: 2))
    if advising { writeDetail("instead", finding.suggestion) }
    writeDetail("id", finding.id)
  }

  private func weight(of finding: Finding, naming: Bool) -> [Canvas.Run] {
    let tone: Tone =
      switch finding.severity {
      case .critical: .critical
      case .high: .high
      case .medium: .medium
      case .low, .info: .faint
      }
    var words = ", \(Wording.confidence(finding.confidence))"
    if naming { words = ", \(finding.label.words)\(words)" }
    if !finding.blocking { words += ", does not block" }
    for standing in FindingReasons.standing(finding) { words += ", \(standing)" }
    return [Canvas.Run(Wording.capitalised(finding.severity.name), tone), Canvas.Run(words)]
  }

  private mutating func writeDetail(_ name: String, _ words: String) {
    guard !words.isEmpty else { return }
    let label = name + String(repeating: " ", count: 9 - name.count)
    canvas.paragraph([Canvas.Run(words)], label: Canvas.Run(label, .faint), indent: 7)
  }
}
