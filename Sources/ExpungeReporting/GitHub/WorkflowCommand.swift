/// A line that GitHub's runner obeys, with everything in it that is not ours escaped.
///
/// Source: GitHub, "Workflow commands"; actions/toolkit escapes in the same way.
struct WorkflowCommand {
  /// "error", "warning" or "notice".
  var name: String
  var properties: [(key: String, value: String)]
  var message: String

  var line: String {
    let listed = properties.map { "\($0.key)=\(Self.property($0.value))" }.joined(separator: ",")
    return "::\(name) \(listed)::\(Self.data(message))\n"
  }

  private static func data(_ text: String) -> String {
    replacing(TerminalText.escape(text), "%\r\n")
  }

  private static func property(_ text: String) -> String {
    replacing(TerminalText.escape(text), "%\r\n:,")
  }

  private static func replacing(_ text: String, _ special: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if special.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
