/// A run that cannot begin as it was asked for: exit code 2.
package struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One sentence, or one a line: what, where and what to do; never a value of a document.
  package var description: String

  package init(_ description: String) { self.description = description }
}
