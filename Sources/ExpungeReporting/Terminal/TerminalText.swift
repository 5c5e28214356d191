import ExpungeText

/// Makes any text safe to print: nothing in it can move the cursor, hide itself or turn round.
package enum TerminalText {
  /// The text with every unsafe character spelled out, as "\u{1B}", and "\n", "\r", "\t".
  ///
  /// More than four marks on one letter are spelled out too, and what a pipeline that keeps the output
  /// as its log takes for a command in the middle of a line ("##[error]"). With `unicode` false the result is
  /// ASCII: quotation marks and dashes become their plain forms, all else is spelled out. O(n).
  package static func escape(_ text: String, unicode: Bool = true) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return withoutCommands(text) }
    var safe = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      marks = DisplayWidth.isMark(scalar) ? marks + 1 : 0
      if scalar.isUnsafeToShow || marks > 4 {
        safe.append(contentsOf: spelled(scalar).unicodeScalars)
      } else if unicode || scalar.isASCII {
        safe.append(scalar)
      } else {
        safe.append(contentsOf: (plainForm(scalar) ?? spelled(scalar)).unicodeScalars)
      }
    }
    return withoutCommands(String(safe))
  }

  /// "##[error]", "##vso[…]", "##teamcity[…]" work anywhere in a line.
  private static func withoutCommands(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var index = bytes.count - 1
    while index > 0 {
      defer { index -= 1 }
      guard bytes[index] == hash, bytes[index - 1] == hash else { continue }
      let word = bytes[(index + 1)...].prefix { Ascii.isLetter($0) }
      if word.endIndex < bytes.count, bytes[word.endIndex] == UInt8(ascii: "[") {
        bytes.replaceSubrange(index...index, with: spelledHash)
      }
    }
    return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
  }

  private static let hash = UInt8(ascii: "#")
  private static let spelledHash = Array("\\u{23}".utf8)

  /// An escaped line that no pipeline takes for a command: "::error::" at its beginning, white space
  /// of any kind apart, is spelled out.
  package static func logLine(_ line: String) -> String {
    guard let start = line.firstIndex(where: { !$0.isWhitespace }), line[start...].hasPrefix("::")
    else { return line }
    return line[..<start] + "\\u{3A}" + line[line.index(after: start)...]
  }

  /// Cells the escaped text takes on a terminal.
  package static func width(_ text: String, unicode: Bool = true) -> Int {
    DisplayWidth.cells(escape(text, unicode: unicode))
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  private static func plainForm(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{2018}", "\u{2019}": "'"
    case "\u{201C}", "\u{201D}": "\""
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{2500}": "-"
    case "\u{2026}": "..."
    case "\u{A0}", "\u{202F}": " "
    case "\u{2022}", "\u{B7}": "*"
    default: nil
    }
  }
}
