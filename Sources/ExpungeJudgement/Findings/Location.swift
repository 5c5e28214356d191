package import ExpungeText

/// A place in a document.
package struct Location: Sendable, Hashable {
  /// Index into `Document.parts`.
  package var part: Int
  /// Bytes of that part's text.
  package var range: ByteRange

  package init(part: Int, range: ByteRange) {
    self.part = part
    self.range = range
  }
}
