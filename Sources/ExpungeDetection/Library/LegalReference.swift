/// An article of law that bears on a class of leak: what a report cites beside its counts.
package struct LegalReference: Sendable, Equatable {
  /// "UK GDPR Article 5(1)(c)".
  package var article: String
  /// "Data minimisation".
  package var title: String
  /// Why it bears on such a leak, as a sentence.
  package var bears: String
  /// Codes of classes, "P01", or the letter that a group of them begins with; empty where it bears on the
  /// run itself.
  package var classes: [String]
  /// Where its words were read, or are to be read.
  package var source: String
  /// The day on which it was compared with its source, "2026-11-22"; nil where nobody has.
  package var checked: String?

  package init(
    article: String, title: String, bears: String, classes: [String], source: String,
    checked: String?
  ) {
    self.article = article
    self.title = title
    self.bears = bears
    self.classes = classes
    self.source = source
    self.checked = checked
  }

  /// Whether it bears on leaks of a class.
  package func covers(_ code: String) -> Bool {
    classes.contains { $0 == code || $0.utf8.count == 1 && code.hasPrefix($0) }
  }
}

extension TableWriter {
  mutating func legalReference(_ reference: LegalReference) {
    text(reference.article)
    text(reference.title)
    text(reference.bears)
    texts(reference.classes)
    text(reference.source)
    text(reference.checked ?? "")
  }
}

extension TableReader {
  mutating func legalReference() throws(RuleTableError) -> LegalReference {
    var reference = LegalReference(
      article: try text(), title: try text(), bears: try text(), classes: try texts(),
      source: try text(), checked: nil)
    let checked = try text()
    if !checked.isEmpty { reference.checked = checked }
    return reference
  }
}
