/// What a file holds once its wrapping is off: the contents of its entries, one behind the other.
///
/// A Word file is a zip of entries, an e-mail holds encoded bodies: their parts map to these bytes
/// rather than to the file's own, and a rewriting changes an entry's contents and wraps it again.
package struct FileContents: Sendable, Equatable {
  /// How text is written in an entry, so that a replacement can be escaped for it.
  package enum Language: UInt8, Sendable, CaseIterable {
    /// As it stands, in UTF-8.
    case plain
    case xml
    /// A web page.
    case page
    /// Pictures, fonts, objects: no text that could be replaced.
    case binary
  }

  package struct Entry: Sendable, Equatable {
    /// As the file calls it, which may be a person's name: never shown unmasked.
    package let name: [UInt8]
    /// Bytes of the contents; entries ascend and adjoin.
    package let range: ByteRange
    package let language: Language

    package init(name: [UInt8], range: ByteRange, language: Language) {
      self.name = name
      self.range = range
      self.language = language
    }
  }

  package let bytes: [UInt8]
  package let entries: [Entry]

  package init(bytes: [UInt8], entries: [Entry]) {
    self.bytes = bytes
    self.entries = entries
  }

  /// The number of the entry that holds a byte; nil past the end. O(log n).
  package func entry(at offset: Int) -> Int? {
    let index = entries.partitioningIndex { $0.range.end > offset }
    return index < entries.count && entries[index].range.start <= offset ? index : nil
  }

  /// The bytes of an entry.
  package func bytes(ofEntry number: Int) -> ArraySlice<UInt8> {
    let range = entries[number].range
    return bytes[range.start..<range.end]
  }
}
