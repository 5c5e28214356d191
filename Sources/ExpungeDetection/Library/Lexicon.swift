/// A list of words that judgement looks things up in.
package struct Lexicon: Sendable, Equatable {
  package var identifier: String
  /// In lower case, ascending by bytes.
  package var words: [String]

  package init(identifier: String, words: [String]) {
    self.identifier = identifier
    self.words = words
  }
}
