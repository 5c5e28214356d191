/// A file as its reader understood it: its parts, and what could not be read.
package struct Document: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case plainText = "text"
    case markdown
    case html
  }

  package let format: Format
  /// How the file's bytes stand for characters.
  package let encoding: TextEncoding
  /// The body first, then in the order of the file; names are unique.
  package var parts: [Part]
  package var unread: [Unread]

  package init(
    format: Format, encoding: TextEncoding = .utf8, parts: [Part], unread: [Unread] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.parts = parts
    self.unread = unread
  }
}

/// Something that should have been examined and was not: never clean, exit code 3.
package struct Unread: Hashable, Sendable {
  /// The layer's name in a person's words; nil for the whole document.
  package let part: String?
  /// One sentence without any value of the document.
  package let reason: String
  /// The key of the `limits:` table that stopped the reading, if one did.
  package let limit: String?

  package init(part: String? = nil, reason: String, limit: String? = nil) {
    self.part = part
    self.reason = reason
    self.limit = limit
  }
}
