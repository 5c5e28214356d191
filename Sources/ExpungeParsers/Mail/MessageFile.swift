import ExpungeDocuments
import ExpungeText

/// Reads and rewrites e-mails.
enum MessageFile {
  static func read(_ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) -> ReadParts {
    ReadParts(stops: [.damagedMessage])
  }

  static func rewritten(
    _ file: UnsafeBufferPointer<UInt8>, _ changes: [EntryChange], limits: ReaderLimits
  ) throws(ZipError) -> [UInt8] {
    throw ZipError(stop: .notWritten)
  }
}
