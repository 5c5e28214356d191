import ExpungeText

/// A document's pseudonyms: who each is, how it was introduced, and where it stands.
package struct CastList: Sendable {
  /// In the order of their first mention.
  package internal(set) var entries: [CastEntry] = []
  /// In the order of the document.
  package internal(set) var mentions: [Mention] = []
  let parts: [CastPart]
  let tokens: [CastTokens]
  /// People, pronouns and words for people, sentence by sentence.
  var people: [PeopleInText] = []

  package var isEmpty: Bool { entries.isEmpty }

  /// The document's number of a part.
  package func partNumber(of mention: Mention) -> Int { parts[mention.part].number }

  package func partNumber(_ part: Int) -> Int { parts[part].number }

  /// Reads the cast of a document. O(n) in its text.
  package init(of parts: [CastPart], words: CastWords) {
    self.parts = parts
    guard !words.isEmpty else {
      tokens = parts.map { _ in CastTokens() }
      return
    }
    tokens = parts.map { CastTokeniser.tokens(of: $0, words) }
    var builder = CastBuilder(parts: parts, tokens: tokens)
    builder.read(words)
    entries = builder.entries
    mentions = builder.mentions
    guard !entries.isEmpty else { return }
    people = parts.indices.map { part in
      PeopleInText(part: part, text: parts[part], tokens: tokens[part], mentions: mentions, entries)
    }
    PronounReader.vote(&self)
  }

  func text(_ part: Int) -> [UInt8] { parts[part].text }

  func token(_ index: Int, of part: Int) -> CastToken { tokens[part].tokens[index] }

  func entry(_ form: CastKey.Form, _ letter: String) -> Int? {
    entries.firstIndex { $0.key.form == form && $0.key.letter == letter }
  }
}
