/// A file as its reader understood it: its parts, and what could not be read.
package struct Document: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case plainText = "text"
    case markdown
    case html
    case word = "docx"
    case openDocument = "odt"
    case email
  }

  package let format: Format
  /// How the file's bytes stand for characters.
  package let encoding: TextEncoding
  /// The body first, then in the order of the file; names are unique.
  package var parts: [Part]
  package var unread: [Unread]
  /// What the parts map to where that is not the file itself.
  package var contents: FileContents?
  /// What a rewriting may do by a rule; ranges of the contents.
  package var cuts: [LayerCut] = []
  /// How often each was seen.
  package var facts: [FileFact: Int] = [:]

  package init(
    format: Format, encoding: TextEncoding = .utf8, parts: [Part], unread: [Unread] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.parts = parts
    self.unread = unread
  }

  /// Whether the parts' maps lead to bytes of the file itself.
  package var mapsToFile: Bool { contents == nil }
}

/// Something that should have been examined and was not: never clean, exit code 3.
package struct Unread: Hashable, Sendable {
  /// The layer's name in a person's words; nil for the whole document.
  package let part: String?
  /// One sentence without any value of the document.
  package let reason: String
  /// The key of the `limits:` table that stopped the reading, if one did.
  package let limit: String?
  /// SHA-256 of what was not read, in hexadecimal, so that a person can accept it by its content; nil
  /// where it has none of its own.
  package let contentHash: String?
  /// Whether a redacted copy has it no more, by rule.
  package let goesByRule: Bool

  package init(
    part: String? = nil, reason: String, limit: String? = nil, contentHash: String? = nil,
    goesByRule: Bool = false
  ) {
    self.goesByRule = goesByRule
    self.part = part
    self.reason = reason
    self.limit = limit
    self.contentHash = contentHash
  }
}
