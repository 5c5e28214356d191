/// What `evaluate --json` measured on labelled documents; nil where there was nothing to divide by.
package struct MeasuredFigures: Sendable, Equatable {
  /// What the labelled documents are called.
  package var testSet: String
  package var documents: Int
  package var words: Int
  package var directSpans: Int
  /// Share of direct identifiers that are covered.
  package var directRecall: Double?
  /// The 95 % interval of it.
  package var directRecallInterval: [Double]?
  package var indirectRecall: Double?
  /// Share of findings that block and are true.
  package var precision: Double?
  package var falseAlarmsPer10000Words: Double?
  package var cleanDocumentsFlagged: Double?
  /// Of the scanner that was measured; nil where the file does not say.
  package var toolVersion: String?
  package var rulesHash: String?
  package var profile: String?

  package init(testSet: String, documents: Int, words: Int, directSpans: Int) {
    self.testSet = testSet
    self.documents = documents
    self.words = words
    self.directSpans = directSpans
  }

  /// The figures by name, in printing order, with what they are in words.
  var shares: [(name: String, title: String, value: Double?)] {
    [
      ("direct_recall", "Direct identifiers that are found", directRecall),
      ("indirect_recall", "Indirect identifiers that are found", indirectRecall),
      ("precision", "Blocking findings that are true", precision),
      (
        "clean_documents_flagged", "Documents without a leak that are blocked",
        cleanDocumentsFlagged
      ),
    ]
  }
}
