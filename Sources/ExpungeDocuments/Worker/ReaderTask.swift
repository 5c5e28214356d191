/// What the reader is asked to do with a file.
package enum ReaderTask: UInt8, Sendable, CaseIterable {
  /// A web page, already UTF-8 without NUL.
  case page
  /// A zip file: a Word or OpenDocument file, or an archive.
  case package
  case message
  /// Everything that a zip file or an e-mail holds, unpacked in another way than `package` and
  /// `message` do: for the proof.
  case secondReading
  /// The file with some of its entries' contents changed: `EntryChange` after the file's bytes.
  case rewriting
}
