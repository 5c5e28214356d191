/// Writes text for HTML and XML 1.0: as words between tags, or in an attribute in double quotation marks.
package enum EscapedMarkup {
  /// On one line, what is unsafe to show or forbidden in XML spelled out, what is markup escaped.
  ///
  /// By scalars, never by characters: a quotation mark with an accent over it is one character and ends
  /// an attribute all the same.
  package static func of(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.escape(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
