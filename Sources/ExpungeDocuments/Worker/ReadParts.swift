package import ExpungeText

/// What a reader made of a file.
package struct ReadParts: Sendable {
  /// What the file turned out to be.
  package enum Format: UInt8, Sendable, CaseIterable {
    case page, word, openDocument, email
    /// A zip file of other files, each a document of its own: entries without parts.
    case archive
    /// Something written or decoded for a caller, without parts.
    case bytes
  }

  package var format = Format.page
  /// The body first.
  package var parts: [ReadPart]
  package var stops: Set<ReadingStop>
  /// What the parts map to; nil where they map to the bytes that were given.
  package var contents: FileContents?
  package var cuts: [LayerCut] = []
  package var unread: [UnreadItem] = []
  package var facts: [FileFact: Int] = [:]

  package init(parts: [ReadPart] = [], stops: Set<ReadingStop> = []) {
    self.parts = parts
    self.stops = stops
  }
}
