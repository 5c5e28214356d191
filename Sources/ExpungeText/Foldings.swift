/// Which characters a reading replaces, so that rules and searches need to know one form only.
///
/// Compiled from `Patterns/Foldings.yaml`. Beside this table a reading always folds CRLF and CR to
/// LF and joins a word that a hyphen splits over a line end.
package struct Foldings: Sendable {
  /// A code point above U+007F and the ASCII or UTF-8 text that stands for it; empty drops it.
  package let replacements: [UInt32: [UInt8]]

  /// Positions in `texts` for the code points below `directory.count`, where nearly all text lies;
  /// 0 means that the character stays.
  private let directory: [UInt16]
  private let texts: [[UInt8]]

  package init(replacements: [UInt32: [UInt8]]) {
    self.replacements = replacements
    var directory = [UInt16](repeating: 0, count: 0x3100)
    var texts: [[UInt8]] = [[]]
    for (scalar, text) in replacements.sorted(by: { $0.key < $1.key })
    where scalar < directory.count && texts.count < UInt16.max {
      directory[Int(scalar)] = UInt16(texts.count)
      texts.append(text)
    }
    self.directory = directory
    self.texts = texts
  }

  /// No table: only line ends and line-end hyphens fold.
  package static let none = Foldings(replacements: [:])

  /// What stands for a character; nil when it stays. O(1).
  func replacement(for scalar: UInt32) -> [UInt8]? {
    if scalar < directory.count {
      let position = directory[Int(scalar)]
      return position == 0 ? nil : texts[Int(position)]
    }
    return replacements[scalar]
  }
}
