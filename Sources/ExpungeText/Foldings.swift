/// Which characters a reading replaces, so that rules and searches need to know one form only.
///
/// Compiled from `Patterns/Foldings.yaml`. Beside this table a reading always folds CRLF and CR to
/// LF and joins a word that a hyphen splits over a line end.
package struct Foldings: Sendable {
  /// A code point above U+007F and the ASCII or UTF-8 text that stands for it; empty drops it.
  package let replacements: [UInt32: [UInt8]]

  package init(replacements: [UInt32: [UInt8]]) { self.replacements = replacements }

  /// No table: only line ends and line-end hyphens fold.
  package static let none = Foldings(replacements: [:])
}
