/// The fixed lines by which the sections of a decision are told apart; the lists are data.
///
/// Phrases are in lower case, with a plain apostrophe.
package struct DecisionFurniture: Sendable, Equatable {
  /// Whole lines that each page of a site repeats.
  package let lines: [String]
  /// What the line begins with that ends a decision.
  package let signOff: [String]
  /// What the lines of the head begin with.
  package let headLines: [String]
  /// What the summary begins with.
  package let summary: [String]

  package init(lines: [String], signOff: [String], headLines: [String], summary: [String]) {
    self.lines = lines
    self.signOff = signOff
    self.headLines = headLines
    self.summary = summary
  }

  /// A text in which nothing is known but titles and headings.
  package static let none = DecisionFurniture(lines: [], signOff: [], headLines: [], summary: [])
}
