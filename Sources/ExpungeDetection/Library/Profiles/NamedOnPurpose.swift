/// People whose names a publisher leaves standing, told by the words around them: judges, counsel.
package struct NamedOnPurpose: Sendable, Equatable {
  /// In a person's words: "Judges and members of the panel".
  package var title: String
  /// Labels of the findings it speaks about.
  package var labels: [Label]
  /// Words beside the name; each entry's `weight`, `needed` and `drops` mean nothing here.
  package var beside: [Rule.Context]
  /// The severity that is left, at most.
  package var severity: Severity
  /// Statute, rule or custom by which they are named.
  package var source: String

  package init(
    title: String, labels: [Label], beside: [Rule.Context], severity: Severity, source: String
  ) {
    self.title = title
    self.labels = labels
    self.beside = beside
    self.severity = severity
    self.source = source
  }
}
