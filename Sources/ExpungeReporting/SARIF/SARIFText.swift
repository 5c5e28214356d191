/// Writes words and paths as SARIF 2.1.0 wants them.
enum SARIFText {
  /// A plain-text message: nothing in it can act, and nothing reads as a placeholder or a link.
  ///
  /// Source: SARIF 2.1.0, 3.11.5 (braces are doubled) and 3.11.6 (brackets of links are escaped).
  static func message(_ text: String) -> String {
    var message = ""
    for character in TerminalText.escape(text) {
      switch character {
      case "{": message += "{{"
      case "}": message += "}}"
      case "[", "]": message += "\\\(character)"
      default: message.append(character)
      }
    }
    return message
  }

  /// A file's path as a URI reference: relative as it was given, `file:` for an absolute one.
  ///
  /// Source: RFC 3986; every byte that is not unreserved is percent-encoded.
  static func uri(_ path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
