/// Writes text for HTML: as words between tags or in an attribute in double quotation marks.
///
/// By scalars, never by characters: a quotation mark with an accent over it is one character and ends an
/// attribute all the same.
enum HTMLText {
  /// On one line, with what is unsafe to show spelled out.
  static func escape(_ text: String) -> String {
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

  /// A stretch of a document: its lines stay lines, its tabs are spaces.
  static func paragraph(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      return line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { escape(String(decoding: $0, as: UTF8.self)) }.joined(separator: " ")
    }.joined(separator: "<br>")
  }
}

extension MaskedText {
  /// Words of a document as HTML, the finding strong.
  var html: String {
    runs.map { run in
      let text = HTMLText.escape(run.text)
      return run.kind == .leak ? "<strong class=\"leak\">\(text)</strong>" : text
    }.joined()
  }
}
