/// A run that cannot begin as it was asked for: exit code 2.
package struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What, where and what to do; never a value of a document. More than one where a folder of packs has
  /// more than one mistake.
  package let sentences: [String]

  package init(_ sentence: String) { sentences = [sentence] }

  package init(_ sentences: [String]) { self.sentences = sentences }

  package var description: String { sentences.joined(separator: "\n") }
}
