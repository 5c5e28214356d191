/// Something outside what was asked for: counted and listed, without effect.
package struct Excluded: Sendable, Equatable {
  package var path: String
  /// Pieces of `path`, by their number between its "/", that hold a leak.
  package var leakingPieces: Set<Int>
  package var reason: String

  package init(path: String, leakingPieces: Set<Int> = [], reason: String) {
    self.path = path
    self.leakingPieces = leakingPieces
    self.reason = reason
  }
}

extension Excluded {
  /// The reason of what the settings leave out.
  package static let bySettings = "the settings leave it out"
}
