package import ExpungeDetection
package import ExpungeText

/// One replacement in the file.
package struct Edit: Sendable, Equatable {
  /// Bytes of the file; never empty.
  package let source: ByteRange
  /// Plain UTF-8, to be escaped and encoded for the file's format. Empty for the further pieces of a
  /// leak that markup interrupts, and where another replacement already stands for it.
  package let replacement: [UInt8]
  package let label: Label
  package let placeholder: Placeholder

  package init(
    source: ByteRange, replacement: [UInt8], label: Label, placeholder: Placeholder
  ) {
    self.source = source
    self.replacement = replacement
    self.label = label
    self.placeholder = placeholder
  }

  package var number: Int { placeholder.number }
}
