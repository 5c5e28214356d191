/// Writes fields and rows of a table (RFC 4180) that no spreadsheet takes for a formula.
enum CSVField {
  /// The first row: our own words, bare.
  static func head(_ columns: [String]) -> String { columns.joined(separator: ",") + "\r\n" }

  /// A row of a table; what it does not name is empty.
  static func row(_ fields: [String: String], columns: [String]) -> String {
    columns.map { quoted(fields[$0] ?? "") }.joined(separator: ",") + "\r\n"
  }

  /// Always in quotation marks and on one line.
  ///
  /// What begins like a formula, after white space too, gets an apostrophe before it, which spreadsheets
  /// take for "this is text". Source: OWASP, CSV Injection.
  static func quoted(_ text: String) -> String {
    let safe = TerminalText.escape(text)
    let first = safe.unicodeScalars.first { !$0.properties.isWhitespace }
    let isFormula = first.map(beginnings.contains) ?? false
    let quoted = safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return isFormula ? "\"'\(quoted)\"" : "\"\(quoted)\""
  }

  private static let beginnings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}",
  ]
}
