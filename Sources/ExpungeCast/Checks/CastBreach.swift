package import ExpungeText

/// A breach of consistency: where, how sure, why, and what to write.
///
/// Its words name pseudonyms, titles and roles of the vocabulary, never a document's own words.
package struct CastBreach: Sendable {
  /// A place of the document.
  package struct Place: Sendable, Hashable {
    /// Index into the document's parts.
    package var part: Int
    /// Bytes of the part's reading.
    package var range: ByteRange
  }

  package enum Role: Sendable {
    /// Another place of the same fault.
    case piece
    /// What it contradicts.
    case contrast
  }

  package struct Reason: Sendable {
    package var words: String
    /// Points of confidence.
    package var weight: Int
  }

  package var check: CastCheck
  package var place: Place
  package var related: [(role: Role, place: Place)] = []
  package var reasons: [Reason]
  /// What to write instead, as a sentence; empty where the publisher's words serve.
  package var suggestion: String
  /// The pseudonym it is about, as an index into the cast list's people.
  package var entry: Int?
  /// The found person it is about.
  package var subject: Int?

  /// Chance in a hundred that it is true.
  package var confidence: Int {
    min(99, max(1, reasons.reduce(0) { $0 + $1.weight }))
  }
}
