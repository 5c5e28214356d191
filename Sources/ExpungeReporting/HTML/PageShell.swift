import ExpungeHashing
import Resources

/// What stands around every audit page: its head, style and script.
///
/// The page loads nothing: its policy allows the one style and the one script, by their hashes.
enum PageShell {
  private static let style = text("Reports/Templates/report.css")
  private static let script = text("Reports/Templates/report.js")

  /// Everything up to the body's first words.
  static var head: String {
    """
    <!doctype html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex, nofollow">
    <title>Privacy audit</title>
    <style>\(style)</style>
    </head>
    <body>
    <a class="skip" href="#documents">Skip to the documents</a>

    """
  }

  /// The script and the end of the page.
  static var foot: String {
    "<script>\(script)</script>\n</body>\n</html>\n"
  }

  static var policy: String {
    "default-src 'none'; style-src '\(hash(style))'; script-src '\(hash(script))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  /// A source expression. Source: Content Security Policy Level 3, 2.3.1.
  private static func hash(_ text: String) -> String {
    "sha256-\(base64(SHA256.digest(of: Array(text.utf8)).bytes))"
  }

  /// An embedded text. The build embeds it, so there always is one.
  private static func text(_ path: String) -> String {
    String(decoding: Resources.file(path) ?? [], as: UTF8.self)
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
