/// A part's text, folded once: what rules, people, propagation and the search for survivors see.
///
/// Identity, sharing the part's storage, when nothing folds.
package struct Reading: Sendable {
  /// Valid UTF-8.
  package let text: [UInt8]
  package let map: FoldMap

  /// O(n).
  package init(of original: [UInt8], foldings: Foldings) {
    let folder = Folder(foldings: foldings)
    (text, map) = folder.fold(original)
  }

  /// Bytes of the part's text that a range of the reading came from.
  ///
  /// A range that begins or ends inside a folded run takes the whole run.
  package func original(of range: ByteRange) -> ByteRange { map.original(of: range) }

  /// Bytes of the reading that a range of the part's text became.
  package func folded(_ range: ByteRange) -> ByteRange { map.folded(range) }
}
