import ExpungeDetection
import ExpungeJudgement

extension TextReporter {
  /// All that is known about one person or address.
  mutating func write(
    _ group: FindingGroups.Group, number: Int, in document: MaskedDocument
  ) throws {
    let findings = group.findings
    let places = findings.count > 1 ? ", \(Wording.count(findings.count, "place"))" : ""
    let label = "\(number). "
    canvas.line("\(label)\(group.title)\(places)", .heading, indent: 2, hanging: 2 + label.count)
    let labels = Set(findings.map(\.label))
    let advice = Set(findings.map(\.suggestion))
    for finding in findings {
      write(
        finding, naming: labels.count > 1, advising: advice.count > 1, in: document)
      try canvas.flushWhenFull()
    }
    if advice.count == 1, let suggestion = advice.first { writeDetail("write", suggestion) }
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
    let reasons = Self.reasons(finding)
    if !reasons.isEmpty { writeDetail("why", reasons) }
    if advising { writeDetail("write", finding.suggestion) }
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
    switch finding.status {
    case .existing: words += ", known before"
    case .expired: words += ", its exemption has expired"
    case .new, .suppressed: break
    }
    return [Canvas.Run(Wording.capitalised(finding.severity.name), tone), Canvas.Run(words)]
  }

  private mutating func writeDetail(_ name: String, _ words: String) {
    guard !words.isEmpty else { return }
    let label = name + String(repeating: " ", count: 7 - name.count)
    canvas.paragraph(
      [Canvas.Run(label, .faint, isSolid: true), Canvas.Run(words)], indent: 7, hanging: 14)
  }

  /// What weighed most, as a caseworker would say it, four reasons at most.
  static func reasons(_ finding: Finding) -> String {
    let telling = finding.evidence.filter { evidence in
      !evidence.words.isEmpty
        && (evidence.weight != 0 || [.escalated, .deescalated, .lowered].contains(evidence.code))
    }
    let heaviest = telling.enumerated().sorted { a, b in
      let (one, other) = (a.element.weight.magnitude, b.element.weight.magnitude)
      return one != other ? one > other : a.offset < b.offset
    }
    return heaviest.prefix(4).map { Wording.unstopped($0.element.words) }.joined(separator: "; ")
  }
}
