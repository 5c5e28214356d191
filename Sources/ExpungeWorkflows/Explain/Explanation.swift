import ExpungeDetection
import ExpungeFiles
package import ExpungeJudgement
package import ExpungeReporting
import ExpungeText

/// What `explain` found out about one file.
package struct Explanation {
  package enum Subject: Sendable {
    case place(PlaceArgument)
    /// A finding's identifier, or the beginning of it.
    case finding(String)
  }

  package enum Answer {
    case place(PlaceExplanation)
    case finding(Finding)
  }

  package let audit: DocumentAudit
  package let answer: Answer

  /// - Throws: `ConfigurationError` when the file cannot be read or holds no such place or finding.
  package init(
    file: String, engine: AuditEngine, subject: Subject
  ) throws(ConfigurationError) {
    let read = try NamedFile(file, limits: engine.options.limits)
    var auditor = DocumentAuditor(engine: engine)
    let examined = auditor.examine(read.bytes, path: file, name: read.name, explains: true)
    guard let document = examined.audit.document else {
      throw ConfigurationError(
        "\(file) cannot be explained: \(examined.audit.unread.first?.reason ?? "it is not read")")
    }
    audit = examined.audit
    switch subject {
    case .finding(let identifier):
      answer = .finding(try Explanation.finding(identifier, in: examined.audit))
    case .place(let place):
      let location = try Explanation.location(of: place, in: document, audit: examined.audit)
      let considered = examined.considered.filter {
        $0.outcome != .finding && $0.location.part == location.part
          && $0.location.range.contains(location.range)
      }
      let rejected = try RejectedValues(engine: engine).candidates(at: location, in: document)
      answer = .place(
        PlaceExplanation(
          location: location, candidates: considered.map(Explanation.candidate) + rejected,
          guards: examined.heard.filter {
            $0.location.part == location.part && $0.location.range.contains(location.range)
          },
          facts: Explanation.facts(about: location, in: examined.audit)))
    }
  }

  private static func finding(
    _ identifier: String, in audit: DocumentAudit
  ) throws(ConfigurationError) -> Finding {
    let matching = audit.findings.filter { $0.id.hasPrefix(identifier) }
    guard let found = matching.first, !identifier.isEmpty else {
      throw ConfigurationError(
        "there is no finding \(identifier) in this file: take its identifier from a fresh scan")
    }
    guard matching.count == 1 else {
      throw ConfigurationError(
        "\(matching.count) findings begin with \(identifier): give more of the identifier")
    }
    return found
  }

  private static func location(
    of place: PlaceArgument, in document: Document, audit: DocumentAudit
  ) throws(ConfigurationError) -> Location {
    guard
      let index = document.parts.firstIndex(where: {
        place.part == nil ? $0.isMainBody : $0.name == place.part
      })
    else {
      let names = document.parts.map(\.name).joined(separator: ", ")
      throw ConfigurationError("there is no such part: use one of \(names)")
    }
    let part = document.parts[index]
    guard
      let offset = audit.structures[index].lines.offset(
        of: .init(line: place.line, column: place.column), in: part.text),
      offset < part.text.count
    else {
      throw ConfigurationError(
        "the \(part.name) has no line \(place.line), column \(place.column)")
    }
    var end = offset + 1
    while end < part.text.count, part.text[end] & 0xC0 == 0x80 { end += 1 }
    return Location(part: index, range: ByteRange(offset, end))
  }

  /// What the place itself says: its section, its part, a marker around it.
  private static func facts(about location: Location, in audit: DocumentAudit) -> [String] {
    var facts: [String] = []
    if let section = audit.structures[location.part].section(at: location.range.start) {
      switch section.kind {
      case .head: facts.append("It stands in the head of the decision.")
      case .summary:
        facts.append("It stands in the summary, where a direct identifier is more severe.")
      case .furniture: facts.append("It stands in the furniture of the page.")
      case .section: break
      }
    }
    if let part = audit.document?.parts[location.part],
      part.kind == .title || part.kind == .fileName
    {
      facts.append("It stands in the \(part.name), where a direct identifier is more severe.")
    }
    for marker in audit.markers
    where marker.location.part == location.part && marker.location.range.overlaps(location.range) {
      facts.append("It stands in a marker that asks to leave a finding standing.")
    }
    return facts
  }

  private static func candidate(_ considered: Considered) -> PlaceExplanation.Candidate {
    let outcome =
      switch considered.outcome {
      case .finding: "It became a finding."
      case .vetoed: "Something else explains it, so there is no finding."
      case .dropped: "The words around it speak against it, so there is no finding."
      case .covered: "Another finding covers it."
      }
    return PlaceExplanation.Candidate(
      title: considered.title, label: considered.label, location: considered.location,
      outcome: outcome, evidence: considered.evidence)
  }
}
