/// One text of a document: its body, its title, a comment, a link, the file's name.
package struct Part: Sendable {
  /// What a part is, in the words of the JSON schema.
  package enum Kind: String, Sendable, CaseIterable {
    case body, title, comment, link, property, note, header, footer
    /// What a word processor computes a text from: the code of a field, the name of a bookmark.
    case field
    case alternativeText = "alternative-text"
    case attribute, script
    case styleSheet = "style-sheet"
    /// What stands in a page's file and in no other part: tags, identifiers, classes.
    case markup
    case fileName = "file-name"

    /// Whether it is written for machines, so that capitals and small letters tell nothing.
    package var isCode: Bool {
      switch self {
      case .script, .styleSheet, .markup: true
      case .body, .title, .comment, .link, .property, .note, .header, .footer, .field,
        .alternativeText, .attribute, .fileName:
        false
      }
    }
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
  /// Ascending and disjoint; none is longer than can be judged in one piece, see `BlockCutting`.
  package let blocks: [Block]
  package let source: SourceMap
  /// Whether the file keeps in it who wrote something, so that what stands there is probably a name.
  package let saysWho: Bool

  /// Whether it is the document's own text, which needs no name.
  package var isMainBody: Bool { kind == .body && name == "body" }

  package init(
    name: String, kind: Kind, visibility: Visibility, text: [UInt8], blocks: [Block],
    source: SourceMap, saysWho: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.visibility = visibility
    self.text = text
    self.blocks = BlockCutting.cut(blocks, of: text)
    self.source = source
    self.saysWho = saysWho
  }
}
