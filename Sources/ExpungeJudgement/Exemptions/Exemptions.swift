import ExpungeDetection
import ExpungeText

/// Applies reviewed exemptions to the findings of a document: the profile's people, then markers.
struct Exemptions {
  let document: Document
  let policy: Policy
  let rules: [Rule]

  /// Exempts what may be exempted, and returns the document's markers with what became of them.
  func apply(to findings: inout [Finding]) -> [InlineMarker] {
    applyNamed(to: &findings)
    return applyMarkers(to: &findings)
  }

  private func applyNamed(to findings: inout [Finding]) {
    let named = NamedPeople(policy.profile.named)
    guard !named.isEmpty else { return }
    for (index, person) in named.people(in: findings, of: document) {
      let state = policy.state(from: person.from, until: person.until)
      findings[index].exempt(
        Suppression(
          scope: .named, state: state, reason: .text(person.reason),
          approver: .text(person.approver), until: person.until))
    }
  }

  private func applyMarkers(to findings: inout [Finding]) -> [InlineMarker] {
    guard MarkerReader.mayHold(document) else { return [] }
    let reader = MarkerReader(rules: names(with: findings))
    var markers = reader.markers(in: document)
    guard !markers.isEmpty else { return [] }
    let scope = MarkerScope(document)
    let places = markers.map { scope.paragraph(of: $0, among: markers) }
    for number in markers.indices where markers[number].state == .unused {
      guard let place = places[number], let reason = markers[number].reason else { continue }
      let marker = markers[number]
      let dated = policy.state(from: nil, until: marker.until)
      for index in findings.indices
      where findings[index].rule == marker.rule && findings[index].suppression?.state != .honoured
        && isInside(findings[index], place) && !isInside(findings[index], marker.location)
      {
        let isRefused =
          policy.markerTrust == .none
          || policy.markerTrust == .belowCritical && findings[index].severity == .critical
        let state = isRefused ? .refused : dated
        findings[index].exempt(
          Suppression(
            scope: .marker, state: state, reason: .place(reason),
            approver: marker.approver.map(Suppression.Words.place), until: marker.until))
        if state == .honoured { markers[number].exempted += 1 }
        if markers[number].state == .unused || state == .honoured {
          markers[number].state = state == .honoured ? .honoured : .refused
        }
      }
    }
    return markers
  }

  private func isInside(_ finding: Finding, _ place: Location) -> Bool {
    guard let location = finding.location, location.part == place.part else { return false }
    return place.range.contains(location.range)
      || location.range.overlaps(place.range) && location.range.start >= place.range.start
  }

  /// Rules by all their names, and what else found something here.
  private func names(with findings: [Finding]) -> [String: String] {
    var names: [String: String] = [:]
    for finding in findings { names[finding.rule] = finding.rule }
    for rule in rules {
      for alias in rule.aliases { names[alias] = rule.identifier }
    }
    for rule in rules { names[rule.identifier] = rule.identifier }
    return names
  }
}
