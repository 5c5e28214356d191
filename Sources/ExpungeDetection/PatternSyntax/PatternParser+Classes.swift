extension PatternParser {
  private static let digit = ScalarSet([0x30...0x39])
  private static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  private static let space = ScalarSet([0x09...0x0D, 0x20...0x20])
  private static let horizontal = ScalarSet([
    0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x180E...0x180E, 0x2000...0x200A,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  private static let vertical = ScalarSet([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029])

  /// An escape outside a class.
  mutating func escape() throws(Unknown) -> PatternNode {
    let start = position
    position += 1
    guard let byte = current else { throw unknown(at: start) }
    switch byte {
    case UInt8(ascii: "b"):
      position += 1
      return .assertion(.wordBoundary)
    case UInt8(ascii: "B"):
      position += 1
      return .assertion(.notWordBoundary)
    case UInt8(ascii: "A"):
      position += 1
      return .assertion(.textStart)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"):
      position += 1
      return .assertion(.end)
    case UInt8(ascii: "R"):
      position += 1
      let pair = PatternNode.sequence([.set(ScalarSet(0x0D)), .set(ScalarSet(0x0A))])
      return .group(.choice([pair, .set(Self.vertical)]), isAtomic: true)
    case UInt8(ascii: "N"):
      position += 1
      guard current != UInt8(ascii: "{") else { throw unknown(at: start) }
      return .set(ScalarSet.newline.inverted)
    case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "g"), UInt8(ascii: "k"):
      throw unknown(.backReference, at: start)
    default:
      if let set = try classEscape() { return .set(set) }
      return .set(folded(ScalarSet(try scalarEscape(start))))
    }
  }

  /// `\d`, `\p{Lu}` and the like, with `position` on the letter; nil when it is another escape.
  private mutating func classEscape() throws(Unknown) -> ScalarSet? {
    guard let byte = current else { return nil }
    let set: ScalarSet
    switch byte | 0x20 {
    case UInt8(ascii: "d"): set = Self.digit
    case UInt8(ascii: "w"): set = Self.word
    case UInt8(ascii: "s"): set = Self.space
    case UInt8(ascii: "h"): set = Self.horizontal
    case UInt8(ascii: "v"): set = Self.vertical
    case UInt8(ascii: "p"): return try property()
    default: return nil
    }
    position += 1
    let isCapital = byte & 0x20 == 0
    return isCapital ? set.inverted : set
  }

  private mutating func property() throws(Unknown) -> ScalarSet {
    let start = position - 1
    var isNegated = current == UInt8(ascii: "P")
    position += 1
    var name: [UInt8] = []
    if take("{") {
      if take("^") { isNegated.toggle() }
      while let byte = current, byte != UInt8(ascii: "}") {
        name.append(byte)
        position += 1
      }
      position += 1
    } else if let byte = current {
      name = [byte]
      position += 1
    }
    guard var set = ScalarProperty.set(named: String(decoding: name, as: UTF8.self)) else {
      throw unknown(at: start)
    }
    // Ignoring case, libpcre2 takes the three cases of letters for one.
    if flags.ignoresCase, ["Lu", "Ll", "Lt"].contains(String(decoding: name, as: UTF8.self)) {
      guard let cased = ScalarProperty.set(named: "L&") else { throw unknown(at: start) }
      set = cased
    }
    return isNegated ? set.inverted : set
  }

  /// An escape for one scalar, with `position` on what follows the backslash.
  private mutating func scalarEscape(_ start: Int) throws(Unknown) -> UInt32 {
    guard let byte = current else { throw unknown(at: start) }
    switch byte {
    case UInt8(ascii: "n"):
      position += 1
      return 0x0A
    case UInt8(ascii: "t"):
      position += 1
      return 0x09
    case UInt8(ascii: "r"):
      position += 1
      return 0x0D
    case UInt8(ascii: "f"):
      position += 1
      return 0x0C
    case UInt8(ascii: "e"):
      position += 1
      return 0x1B
    case UInt8(ascii: "a"):
      position += 1
      return 0x07
    case UInt8(ascii: "x"):
      position += 1
      return try hexadecimal(start)
    default:
      // Punctuation and white space stand for themselves; letters and digits have a meaning that
      // is not known here.
      guard byte >= 0x80 || !ByteSet.word[byte] else { throw unknown(at: start) }
      return try scalar()
    }
  }

  private mutating func hexadecimal(_ start: Int) throws(Unknown) -> UInt32 {
    let isBraced = take("{")
    var value: UInt32 = 0
    var count = 0
    while let byte = current, let digit = Self.hexadecimalValue(byte), count < (isBraced ? 6 : 2) {
      value = value << 4 | digit
      count += 1
      position += 1
    }
    guard !isBraced || take("}"), value <= ScalarSet.highest else { throw unknown(at: start) }
    return value
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte & 15)
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      UInt32(byte & 15) + 9
    default: nil
    }
  }

  /// A class in brackets, with `position` on the opening one.
  mutating func characterClass() throws(Unknown) -> ScalarSet {
    let start = position
    position += 1
    let isNegated = take("^")
    var set = ScalarSet()
    var isFirst = true
    while let byte = current, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      if follows("[:") || follows("[.") || follows("[=") { throw unknown(at: start) }
      guard let (item, low) = try classItem() else { continue }
      guard let low, follows("-"), position + 1 < bytes.count,
        bytes[position + 1] != UInt8(ascii: "]")
      else {
        set.formUnion(item)
        continue
      }
      position += 1
      guard let (_, high) = try classItem(), let high, low <= high else { throw unknown(at: start) }
      set.formUnion(ScalarSet([low...high]))
    }
    guard take("]") else { throw unknown(at: start) }
    let complete = folded(set)
    return isNegated ? complete.inverted : complete
  }

  /// One member of a class, and its scalar when it is one and may begin a range.
  private mutating func classItem() throws(Unknown) -> (ScalarSet, UInt32?)? {
    let start = position
    guard take("\\") else {
      let scalar = try scalar()
      return (ScalarSet(scalar), scalar)
    }
    if follows("Q") || follows("E") { throw unknown(at: start) }
    if take("b") { return (ScalarSet(0x08), 0x08) }
    if let set = try classEscape() { return (set, nil) }
    if let byte = current, byte != UInt8(ascii: "0"), ByteSet.digits[byte] {
      throw unknown(at: start)
    }
    let scalar = try scalarEscape(start)
    return (ScalarSet(scalar), scalar)
  }
}
