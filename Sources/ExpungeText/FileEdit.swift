/// One change to a file: what stands there, and what shall stand there instead.
package struct FileEdit: Hashable, Sendable {
  /// Bytes of the file, or of the contents of a packed one; empty to insert.
  package let source: ByteRange
  /// Plain UTF-8, neither escaped nor converted; empty to remove.
  package let replacement: [UInt8]
  /// Whether the replacement is markup itself, so that it is written as it stands.
  package let isMarkup: Bool

  package init(source: ByteRange, replacement: [UInt8], isMarkup: Bool = false) {
    self.source = source
    self.replacement = replacement
    self.isMarkup = isMarkup
  }
}
