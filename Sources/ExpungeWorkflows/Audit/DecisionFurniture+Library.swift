package import ExpungeDetection
package import ExpungeText

extension DecisionFurniture {
  /// The lists of a library, embedded or changed.
  package init(_ library: PatternLibrary) {
    func list(_ identifier: String) -> [String] {
      library.lexicons.first { $0.identifier == identifier }?.words ?? []
    }
    self.init(
      lines: list("outline-furniture"), signOff: list("outline-sign-off"),
      headLines: list("outline-head-lines"), summary: list("outline-summary"))
  }
}
