import ExpungeHashing
import Resources

/// What stands around a page: its head, style and script.
///
/// The page loads nothing: its policy allows the one style and the one script, by their hashes.
struct PageShell {
  /// The page of an audit.
  static let audit = PageShell(
    title: "Privacy audit", main: "documents", skipping: "Skip to the documents",
    styles: ["report.css"], script: "report.js")
  /// The page of a compliance report, which needs no script.
  static let compliance = PageShell(
    title: "Compliance report", main: "report", skipping: "Skip to the report",
    styles: ["report.css", "compliance.css"], script: nil)

  /// Everything up to the body's first words.
  let head: String
  /// The script and the end of the page.
  let foot: String

  /// - Parameters:
  ///   - main: the identifier of the main part.
  ///   - skipping: the words of the link that leads there.
  ///   - styles: files of `Reports/Templates`, one after the other.
  ///   - script: another.
  private init(title: String, main: String, skipping: String, styles: [String], script: String?) {
    let style = styles.map(Self.template).joined()
    let script = script.map(Self.template)
    head = """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy(style, script))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex, nofollow">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <a class="skip" href="#\(main)">\(skipping)</a>

      """
    foot = (script.map { "<script>\($0)</script>\n" } ?? "") + "</body>\n</html>\n"
  }

  private static func policy(_ style: String, _ script: String?) -> String {
    "default-src 'none'; style-src '\(hash(style))'; "
      + (script.map { "script-src '\(hash($0))'; " } ?? "")
      + "base-uri 'none'; form-action 'none'"
  }

  /// A source expression. Source: Content Security Policy Level 3, 2.3.1.
  private static func hash(_ text: String) -> String {
    "sha256-\(base64(SHA256.digest(of: Array(text.utf8)).bytes))"
  }

  /// An embedded text. The build embeds it, so there always is one.
  private static func template(_ name: String) -> String {
    String(decoding: Resources.file("Reports/Templates/\(name)") ?? [], as: UTF8.self)
  }

  /// Source: RFC 4648, 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = group.reduce(0) { $0 << 8 | UInt32($1) }
      value <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = Int(value >> UInt32(18 - 6 * place) & 63)
        encoded.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
