/// Where in a file's markup a replacement stands: it decides what must be escaped.
enum MarkupContext: Hashable, Sendable {
  /// No markup at all: plain text, Markdown.
  case plain
  case text
  case doubleQuoted, singleQuoted, unquoted
  case comment
  /// Within "<![CDATA[" and "]]>", where nothing is escaped.
  case characterData
  /// Between the quotation marks of data that a page carries for programs (RFC 8259).
  case dataString
  /// A tag's own bytes, a script or a style sheet.
  case unsafe

  /// Whether a character may be written as a reference ("&#8217;").
  var allowsReferences: Bool {
    switch self {
    case .text, .doubleQuoted, .singleQuoted, .unquoted: true
    case .plain, .comment, .characterData, .dataString, .unsafe: false
    }
  }

  /// The replacement so that it reads as itself; nil where nothing but removal is safe.
  func escaped(_ replacement: [UInt8]) -> [UInt8]? {
    guard self != .plain else { return replacement }
    if self == .unsafe { return replacement.isEmpty ? [] : nil }
    if self == .characterData {
      return replacement.contains(UInt8(ascii: ">")) ? nil : replacement
    }
    if self == .dataString { return dataEscaped(replacement) }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(replacement.count)
    for byte in replacement {
      if mustEscape(byte) {
        escaped += reference(byte)
      } else {
        escaped.append(byte)
      }
    }
    return escaped
  }

  private func dataEscaped(_ replacement: [UInt8]) -> [UInt8] {
    replacement.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
      // "</script" would end the element, "<!--" change how it is read.
      case UInt8(ascii: "<"), 0..<0x20:
        let digits = String(byte, radix: 16)
        return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      default: return [byte]
      }
    }
  }

  private func mustEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"): true
    // A comment decodes nothing, so an ampersand in it is itself.
    case UInt8(ascii: "&"): self != .comment
    case UInt8(ascii: "\""): self == .doubleQuoted || self == .unquoted
    case UInt8(ascii: "'"): self == .singleQuoted || self == .unquoted
    case UInt8(ascii: "`"), UInt8(ascii: "="), 0x09, 0x0A, 0x0C, 0x0D, 0x20: self == .unquoted
    default: false
    }
  }

  private func reference(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    default: Array("&#\(byte);".utf8)
    }
  }
}
