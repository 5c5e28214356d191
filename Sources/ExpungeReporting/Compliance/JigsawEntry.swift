/// The indirect identifiers that stand together in one document.
struct JigsawEntry: Sendable, Equatable {
  /// The document as reports call it.
  var document: String
  var department: Department
  /// Sum over the kinds: how far they narrow the circle around a person, each kind counted once.
  var points: Int
  /// Classes of the taxonomy with the number of their findings, in the order of the codes.
  var kinds: [(code: String, findings: Int)]
  /// Findings that several of them are about one person (class Q11).
  var combinations: Int

  static func == (a: JigsawEntry, b: JigsawEntry) -> Bool {
    a.document == b.document && a.department == b.department && a.points == b.points
      && a.combinations == b.combinations && a.kinds.elementsEqual(b.kinds) { $0 == $1 }
  }
}
