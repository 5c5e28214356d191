/// What stands between two letters or digits of a text.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt8

  /// Apostrophes, dots, marks of emphasis: part of the ways to write one word.
  static let soft = Gap(rawValue: 1)
  static let hyphen = Gap(rawValue: 2)
  static let space = Gap(rawValue: 4)
  static let line = Gap(rawValue: 8)
  /// Any other character.
  static let other = Gap(rawValue: 16)
  /// The start or the end of the text.
  static let edge = Gap(rawValue: 32)

  /// Whether a word may go on behind it: nothing but soft marks, or a hyphen at a line's end.
  var joins: Bool {
    if isSubset(of: [.soft, .hyphen]) { return true }
    return contains(.hyphen) && isSubset(of: [.soft, .hyphen, .space, .line]) && contains(.line)
  }

  /// Nothing but white space.
  var isWhiteSpace: Bool { !isEmpty && isSubset(of: [.space, .line]) }
}
