package import ExpungeText

/// Bytes of a file or of its contents, and what stands there instead.
package struct FileChange: Sendable, Equatable {
  package let source: ByteRange
  /// Plain UTF-8; empty to take the bytes out.
  package let replacement: [UInt8]
  /// Whether the replacement is markup itself, so that it is written as it stands.
  package let isMarkup: Bool

  package init(source: ByteRange, replacement: [UInt8], isMarkup: Bool = false) {
    self.source = source
    self.replacement = replacement
    self.isMarkup = isMarkup
  }
}
