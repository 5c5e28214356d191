/// Folds a text once, keeping the way back.
struct Folder {
  let foldings: Foldings

  func fold(_ original: [UInt8]) -> ([UInt8], FoldMap) {
    (original, FoldMap(folds: []))
  }
}
