package import ExpungeDocuments
import ExpungeText

/// Reads and rewrites e-mails (RFC 5322, MIME) and web pages saved as one file (RFC 2557).
///
/// Code of our own rather than a library's: every part's place in the raw message is needed so that a
/// redacted copy keeps all other bytes, libraries keep decoded values instead, and what they do with
/// hostile input is written in C. This is Swift without unsafe memory, linear in the message.
package enum MessageFile {
  package static func read(
    _ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits
  ) -> ReadParts {
    read(Array(file), limits: limits)
  }

  static func read(_ bytes: [UInt8], limits: ReaderLimits) -> ReadParts {
    MessageParts.read(MessageLayout(bytes, limits: limits), limits: limits)
  }

  static func rewritten(
    _ file: UnsafeBufferPointer<UInt8>, _ changes: [EntryChange], limits: ReaderLimits
  ) throws(ZipError) -> [UInt8] {
    try MessageRewriting.rewritten(Array(file), changes, limits: limits)
  }
}
