/// One text of a document: its body, its title, a comment, a link, the file's name.
package struct Part: Sendable {
  /// What a part is, in the words of the JSON schema.
  package enum Kind: String, Sendable, CaseIterable {
    case body, title, comment, link, property, note
    case alternativeText = "alternative-text"
    case attribute
    case fileName = "file-name"
  }

  /// Who sees it.
  package enum Visibility: String, Sendable, CaseIterable {
    case shown, hidden, deleted, inserted, metadata
  }

  /// In a person's words and unique in its document: "body", "comment 3", "link 2".
  package let name: String
  package let kind: Kind
  package let visibility: Visibility
  /// Valid UTF-8 without a byte-order mark, as a reader of the document sees it.
  package let text: [UInt8]
  package let blocks: [Block]
  package let source: SourceMap

  package init(
    name: String, kind: Kind, visibility: Visibility, text: [UInt8], blocks: [Block],
    source: SourceMap
  ) {
    self.name = name
    self.kind = kind
    self.visibility = visibility
    self.text = text
    self.blocks = blocks
    self.source = source
  }
}
