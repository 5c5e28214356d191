/// Letters in the order in which a house style gives them.
package enum PseudonymLetters {
  /// Without I and O, which read as a word and a figure; A, which opens sentences, comes last.
  private static let order = "XYZBCDEFGHJKLMNPQRSTUVWA".map(String.init)

  /// The first letter that is free; nil when all are taken.
  package static func next(avoiding used: Set<String>) -> String? {
    order.first { !used.contains($0) }
  }
}
