/// What stands between two words.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt16

  static let space = Gap(rawValue: 1 << 0)
  static let line = Gap(rawValue: 1 << 1)
  /// A blank line, a block's end, a bullet: what follows begins something new.
  static let paragraph = Gap(rawValue: 1 << 2)
  static let comma = Gap(rawValue: 1 << 3)
  static let stop = Gap(rawValue: 1 << 4)
  /// A question or exclamation mark, or a semicolon.
  static let terminator = Gap(rawValue: 1 << 5)
  static let colon = Gap(rawValue: 1 << 6)
  static let hyphen = Gap(rawValue: 1 << 7)
  static let opensQuote = Gap(rawValue: 1 << 8)
  static let closesQuote = Gap(rawValue: 1 << 9)
  static let opensBracket = Gap(rawValue: 1 << 10)
  static let closesBracket = Gap(rawValue: 1 << 11)
  /// A bar, a tab, two or more spaces: the edge of a table's cell.
  static let cell = Gap(rawValue: 1 << 12)
  /// "&", "+": joins two names.
  static let joint = Gap(rawValue: 1 << 13)
  static let slash = Gap(rawValue: 1 << 14)
  /// Anything else: "@", "#", "=", a dash.
  static let other = Gap(rawValue: 1 << 15)

  /// One class a gap, the most telling mark first.
  enum Class: Int, CaseIterable {
    case space, joined, hyphen, comma, stop, terminator, colon, quote, bracket, cell, line,
      paragraph, joint, slash, other
  }

  var kind: Class {
    if contains(.paragraph) { return .paragraph }
    if !isDisjoint(with: [.opensQuote, .closesQuote]) { return .quote }
    if !isDisjoint(with: [.opensBracket, .closesBracket]) { return .bracket }
    if contains(.stop) { return .stop }
    if contains(.terminator) { return .terminator }
    if contains(.colon) { return .colon }
    if contains(.comma) { return .comma }
    if contains(.joint) { return .joint }
    if contains(.slash) { return .slash }
    if contains(.other) { return .other }
    if contains(.line) { return .line }
    if contains(.cell) { return .cell }
    if contains(.hyphen) { return self == .hyphen ? .hyphen : .other }
    return contains(.space) ? .space : .joined
  }

  /// Only white space of one line.
  var isSpace: Bool { self == .space }

  /// White space, a line end among it perhaps.
  var isWhite: Bool { !isEmpty && isSubset(of: [.space, .line]) }

  /// "J. R.", "Mr. ", "Mr ": what stands between an initial or a title and a name.
  var isSpaceOrStop: Bool { !isEmpty && isSubset(of: [.space, .stop, .line]) && self != .stop }
}
