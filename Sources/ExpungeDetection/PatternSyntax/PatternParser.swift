/// Reads the subset of PCRE2 that packs use: literals, escapes, classes, groups, inline options,
/// alternatives, quantifiers, lookarounds and anchors.
///
/// A pattern that libpcre2 refuses is not this parser's business. What it does not understand it
/// says, and the rule is then searched for in the slow way.
package struct PatternParser {
  /// A construct that is not understood; the pattern may still be a good one.
  package struct Unknown: Error, Sendable, Equatable {
    package enum Construct: Sendable, Equatable {
      case backReference, recursion, conditional, verb, other
    }

    package var construct: Construct
    /// Byte of the pattern.
    package var offset: Int
  }

  struct Flags {
    var ignoresCase: Bool
    var isMultiline = false
    var dotMatchesNewline = false
    var isExtended = false
  }

  let bytes: [UInt8]
  var position = 0
  var flags: Flags
  var depth = 0

  package static func parse(_ pattern: String, ignoresCase: Bool) throws(Unknown) -> PatternNode {
    var parser = PatternParser(
      bytes: Array(pattern.utf8), flags: Flags(ignoresCase: ignoresCase))
    let node = try parser.choice()
    guard parser.position == parser.bytes.count else { throw parser.unknown() }
    return node
  }

  func unknown(_ construct: Unknown.Construct = .other, at offset: Int? = nil) -> Unknown {
    Unknown(construct: construct, offset: offset ?? position)
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func follows(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard follows(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Alternatives up to the end or a closing parenthesis. Options set in one hold in those after it.
  private mutating func choice() throws(Unknown) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw unknown() }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Unknown) -> PatternNode {
    var items: [PatternNode] = []
    while let byte = current, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      if skipIgnored() { continue }
      guard let item = try atom() else { continue }
      items.append(try quantified(item))
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// White space and comments of extended patterns, and `(?#…)`.
  private mutating func skipIgnored() -> Bool {
    if follows("(?#") {
      while let byte = current, byte != UInt8(ascii: ")") { position += 1 }
      position = min(position + 1, bytes.count)
      return true
    }
    guard flags.isExtended, let byte = current else { return false }
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      position += 1
      return true
    }
    guard byte == UInt8(ascii: "#") else { return false }
    while let byte = current, byte != 0x0A { position += 1 }
    return true
  }

  /// One item without its quantifier; nil for an option that stands alone, such as `(?i)`.
  private mutating func atom() throws(Unknown) -> PatternNode? {
    guard let byte = current else { throw unknown() }
    switch byte {
    case UInt8(ascii: "("):
      return try group()
    case UInt8(ascii: "["):
      return .set(try characterClass())
    case UInt8(ascii: "\\"):
      return try escape()
    case UInt8(ascii: "."):
      position += 1
      return .set(flags.dotMatchesNewline ? .all : ScalarSet.newline.inverted)
    case UInt8(ascii: "^"):
      position += 1
      return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case UInt8(ascii: "$"):
      position += 1
      return .assertion(.end)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      throw unknown()
    default:
      let scalar = try self.scalar()
      return .set(folded(ScalarSet(scalar)))
    }
  }

  func folded(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.ignoringCase : set }

  /// One scalar of the pattern's text.
  mutating func scalar() throws(Unknown) -> UInt32 {
    guard let lead = current else { throw unknown() }
    position += 1
    guard lead >= 0x80 else { return UInt32(lead) }
    var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    while let byte = current, byte & 0xC0 == 0x80 {
      value = value << 6 | UInt32(byte & 0x3F)
      position += 1
    }
    return value
  }

  // MARK: Groups

  private mutating func group() throws(Unknown) -> PatternNode? {
    let start = position
    position += 1
    if follows("*") { throw unknown(.verb, at: start) }
    guard take("?") else { return try body(atomic: false) }
    if take(":") { return try body(atomic: false) }
    if take(">") { return try body(atomic: true) }
    if take("=") { return try look(behind: false, negative: false, start) }
    if take("!") { return try look(behind: false, negative: true, start) }
    if take("<=") { return try look(behind: true, negative: false, start) }
    if take("<!") { return try look(behind: true, negative: true, start) }
    if follows("P=") || follows("P>") { throw unknown(.backReference, at: start) }
    if take("P<") || take("<") { return try named(until: UInt8(ascii: ">")) }
    if take("'") { return try named(until: UInt8(ascii: "'")) }
    if follows("(") { throw unknown(.conditional, at: start) }
    if follows("R") || follows("&") || follows("+") { throw unknown(.recursion, at: start) }
    if let byte = current, ByteSet.digits[byte] { throw unknown(.recursion, at: start) }
    return try options(start)
  }

  private mutating func named(until end: UInt8) throws(Unknown) -> PatternNode {
    while let byte = current, byte != end { position += 1 }
    position += 1
    return try body(atomic: false)
  }

  /// The rest of a group; options set inside end with it.
  private mutating func body(atomic: Bool) throws(Unknown) -> PatternNode {
    let outer = flags
    let node = try choice()
    guard take(")") else { throw unknown() }
    flags = outer
    return .group(node, isAtomic: atomic)
  }

  private mutating func look(
    behind: Bool, negative: Bool, _ start: Int
  ) throws(Unknown) -> PatternNode {
    let outer = flags
    let node = try choice()
    guard take(")") else { throw unknown() }
    flags = outer
    return .look(node, .init(isBehind: behind, isNegative: negative, offset: start))
  }

  /// `(?i)`, which holds to the end of the enclosing group, or `(?i:…)`.
  private mutating func options(_ start: Int) throws(Unknown) -> PatternNode? {
    var changed = flags
    var value = true
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "-"): value = false
      case UInt8(ascii: "i"): changed.ignoresCase = value
      case UInt8(ascii: "m"): changed.isMultiline = value
      case UInt8(ascii: "s"): changed.dotMatchesNewline = value
      case UInt8(ascii: "x"): changed.isExtended = value
      case UInt8(ascii: ")"):
        flags = changed
        return nil
      case UInt8(ascii: ":"):
        let outer = flags
        flags = changed
        let node = try choice()
        guard take(")") else { throw unknown() }
        flags = outer
        return .group(node, isAtomic: false)
      default:
        throw unknown(at: start)
      }
    }
    throw unknown(at: start)
  }
}
