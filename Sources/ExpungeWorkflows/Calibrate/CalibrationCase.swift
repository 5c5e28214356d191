import ExpungeDetection

/// A finding with what it promised and whether it was true: what confidences are fitted to.
struct CalibrationCase {
  /// Number of its document: folds are made of documents.
  let document: Int
  let fold: Int
  let rule: String
  let label: Label
  /// The rule's own confidence, in hundredths; for what no rule found, what it promised.
  let base: Int
  /// In hundredths.
  let promised: Int
  let isTrue: Bool
}
