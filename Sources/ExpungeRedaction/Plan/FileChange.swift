package import ExpungeText

/// Bytes of a file, and the plain UTF-8 that stands there instead.
package struct FileChange: Sendable, Equatable {
  package let source: ByteRange
  /// Empty to take the bytes out.
  package let replacement: [UInt8]
}
