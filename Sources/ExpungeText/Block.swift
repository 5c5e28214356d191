/// A stretch of a part that reads as one unit: a heading, a paragraph, a list item, a cell, a note.
///
/// Blocks ascend and are disjoint; what lies between them (line feeds, tabs, form feeds) separates.
/// A rule does not match across the end of a block unless it says so.
package struct Block: Hashable, Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case heading, paragraph, listItem, cell, note
  }

  package let kind: Kind
  /// Bytes of the part's text.
  package let range: ByteRange
  /// The mark a list item or heading carries in the text, such as "3." or "a)".
  package let mark: String?

  package init(kind: Kind, range: ByteRange, mark: String? = nil) {
    self.kind = kind
    self.range = range
    self.mark = mark
  }
}
