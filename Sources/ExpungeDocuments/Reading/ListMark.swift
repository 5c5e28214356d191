import ExpungeText

/// The mark with which a list item begins: "1.", "12)", "(a)", "iv.", "[4]", "•", "-".
struct ListMark: Hashable {
  let text: String
  /// Bytes of the mark and the white space after it.
  let width: Int
  let isBullet: Bool

  private static let bullets = ["•", "·", "–", "▪", "◦", "‣", "●", "○", "-", "*", "+"]
    .map { Array($0.utf8) }

  /// The mark at the start of a line's content; nil without one or with nothing after it.
  init?(_ content: ArraySlice<UInt8>) {
    guard ListMark.mayBegin(content) else { return nil }
    if let bullet = ListMark.bullets.first(where: { content.starts(with: $0) }) {
      self.init(content, markCount: bullet.count, isBullet: true)
      return
    }
    var rest = content
    let opening = rest.first
    let closing: UInt8?
    switch opening {
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    default: closing = nil
    }
    if closing != nil { rest = rest.dropFirst() }
    let digits = rest.prefix(while: Ascii.isDigit)
    let letters = rest.prefix(while: Ascii.isLetter)
    let core = digits.isEmpty ? letters : digits
    guard !core.isEmpty, core.count <= (digits.isEmpty ? 5 : 3) else { return nil }
    if digits.isEmpty {
      // "B. Thompson" and "Dr. Hall" are no items: capitals count only as roman numerals in brackets.
      let roman = core.allSatisfy { "ivxIVX".utf8.contains($0) }
      let lower = core.allSatisfy(Ascii.isLower)
      guard roman || core.count == 1, lower || closing != nil else { return nil }
    }
    rest = rest[core.endIndex...]
    let end = rest.first
    if let closing {
      guard end == closing else { return nil }
    } else {
      guard end == UInt8(ascii: ".") || end == UInt8(ascii: ")") else { return nil }
    }
    self.init(content, markCount: rest.startIndex + 1 - content.startIndex, isBullet: false)
  }

  /// A quick look that spares most lines the long one.
  private static func mayBegin(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), 0xC2, 0xE2:
      return true
    default:
      let end = min(content.startIndex + 6, content.endIndex)
      for index in content.startIndex + 1..<max(end, content.startIndex + 1)
      where content[index] == UInt8(ascii: ".") || content[index] == UInt8(ascii: ")") {
        return true
      }
      return false
    }
  }

  private init?(_ content: ArraySlice<UInt8>, markCount: Int, isBullet: Bool) {
    let after = content.dropFirst(markCount)
    let spaces = after.prefix { $0 == 0x20 || $0 == 0x09 }
    guard !spaces.isEmpty, spaces.count < after.count else { return nil }
    text = String(decoding: content.prefix(markCount), as: UTF8.self)
    width = markCount + spaces.count
    self.isBullet = isBullet
  }
}
