/// A change beside the text that a rewriting makes by a rule rather than for a finding: a tracked
/// change is accepted, a comment removed, an author's name taken out of the file's properties.
package struct LayerCut: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// Makes the text what it is once a tracked change is accepted; with all of its kind.
    case acceptChange
    /// Makes the text what it was before a tracked change; with all of its kind.
    case rejectChange
    /// Takes out a comment, its marks in the text and its author.
    case comment
    /// Takes out a value that says who made the file, where, and with what.
    case property
  }

  package let kind: Kind
  /// Bytes of the document's contents; cuts of one rule are disjoint.
  package let range: ByteRange
  /// What stands there instead, as it is to be written: not escaped again.
  package let replacement: [UInt8]

  package init(kind: Kind, range: ByteRange, replacement: [UInt8] = []) {
    self.kind = kind
    self.range = range
    self.replacement = replacement
  }
}
