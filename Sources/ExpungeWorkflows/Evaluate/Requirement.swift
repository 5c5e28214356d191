/// A figure that must reach a bound: "direct_recall>=0.9", "false_alarms_on_clean<=2".
package struct Requirement: Sendable, Equatable {
  package enum Relation: String, Sendable {
    case atLeast = ">="
    case atMost = "<="
  }

  package let figure: String
  package let relation: Relation
  package let bound: Double

  /// - Throws: `ConfigurationError` when the text is no requirement.
  package init(_ text: String) throws(ConfigurationError) {
    for relation in [Relation.atLeast, .atMost] {
      guard let place = text.firstRange(of: relation.rawValue) else { continue }
      let figure = String(text[..<place.lowerBound])
      guard let bound = Double(text[place.upperBound...]), !figure.isEmpty else { break }
      self.figure = figure
      self.relation = relation
      self.bound = bound
      return
    }
    throw ConfigurationError(
      "\u{201C}\(text)\u{201D} is no requirement: write a figure, >= or <=, and a number, such as direct_recall>=0.9"
    )
  }

  /// Whether the figures meet it; a figure without a value does not.
  ///
  /// - Throws: `ConfigurationError` when there is no such figure.
  package func isMet(by figures: EvaluationFigures) throws(ConfigurationError) -> Bool {
    guard let number = figures.number(figure) else {
      let known = (figures.values.map(\.name) + figures.calibrationErrors.keys.sorted())
        .joined(separator: ", ")
      throw ConfigurationError("there is no figure \u{201C}\(figure)\u{201D}: use one of \(known)")
    }
    guard let number else { return false }
    return relation == .atLeast ? number >= bound : number <= bound
  }
}
