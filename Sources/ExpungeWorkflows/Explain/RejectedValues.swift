import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText

/// Values that have a rule's form and fail its check, so that the engine passes over them: without
/// being told so, a person who mistyped a digit would wonder why nothing is found.
struct RejectedValues {
  private let engine: AuditEngine

  init(engine: AuditEngine) { self.engine = engine }

  /// What rules would have found at a place, had their check not failed.
  ///
  /// - Throws: `ConfigurationError` where the rules cannot be used without their checks.
  func candidates(
    at location: Location, in document: Document
  ) throws(ConfigurationError) -> [PlaceExplanation.Candidate] {
    let lenient = engine.library.rules.compactMap(Self.lenient)
    let part = document.parts[location.part]
    let reading = Reading(of: part.text, foldings: engine.library.foldings)
    var hits: [Hit] = []
    do {
      var scanner = Scanner(rules: try RuleSet(rules: lenient))
      try scanner.scanRules(
        reading.text, blocks: part.blocks.map { reading.folded($0.range) }, into: &hits)
    } catch {
      throw ConfigurationError("the checks at this place cannot be told: \(error)")
    }
    return hits.compactMap { hit in
      let place = Location(part: location.part, range: reading.original(of: hit.range))
      guard hit.grade == .fail, place.range.contains(location.range) else { return nil }
      return Self.candidate(lenient[Int(hit.rule)], at: place)
    }
  }

  /// A rule that drops what fails its check, made to keep it; nil for any other.
  private static func lenient(_ rule: Rule) -> Rule? {
    guard case .rule = rule.role, var validation = rule.validation, validation.rejects else {
      return nil
    }
    validation.rejects = false
    var rule = rule
    rule.validation = validation
    return rule
  }

  private static func candidate(
    _ rule: Rule, at place: Location
  ) -> PlaceExplanation.Candidate? {
    guard case .rule(let leak) = rule.role, let validation = rule.validation else { return nil }
    return PlaceExplanation.Candidate(
      title: rule.title, label: leak.label, location: place,
      outcome: "It has the form and fails the check, so there is no finding.",
      evidence: [
        Evidence(
          code: .rule, subject: rule.identifier, words: "It has the form of: \(rule.title).",
          weight: leak.confidence),
        Evidence(
          code: .check, subject: validation.validator.rawValue,
          words:
            "The check for \(validation.validator.words) fails, which this rule takes for proof.",
          weight: -leak.confidence),
      ])
  }
}
