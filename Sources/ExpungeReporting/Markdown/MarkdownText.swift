import ExpungeText

/// Writes text that Markdown shows as it is: no markup, no link, no mention, no picture.
///
/// For CommonMark and what code hosts make of it beyond that: mentions, references to issues, bare
/// addresses that become links.
enum MarkdownText {
  /// Words in the middle of a line.
  static func escape(_ text: String) -> String {
    var escaped = ""
    let bytes = Array(TerminalText.escape(text).utf8)
    var start = 0
    func flush(to end: Int) { escaped += String(decoding: bytes[start..<end], as: UTF8.self) }
    for (index, byte) in bytes.enumerated() {
      guard let form = form(of: byte, in: bytes, at: index) else { continue }
      flush(to: index)
      escaped += form
      start = index + 1
    }
    flush(to: bytes.count)
    return escaped
  }

  /// A stretch in code, in which nothing is markup; not broken into lines.
  static func code(_ text: String) -> String {
    let safe = TerminalText.escape(text)
    var longest = 0
    var run = 0
    for character in safe {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = safe.isEmpty || safe.hasPrefix("`") || safe.hasSuffix("`")
    let inner = needsSpace ? " \(safe) " : safe
    return fence + inner + fence
  }

  /// A stretch in code in a cell of a table, where "|" would end the cell even there.
  static func cellCode(_ text: String) -> String {
    code(String(text.map { $0 == "|" ? "\u{2502}" : $0 }))
  }

  /// Nil for what may stand as it is.
  private static func form(of byte: UInt8, in bytes: [UInt8], at index: Int) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    // A mention and a reference work even when escaped, but never in code.
    case UInt8(ascii: "@"), UInt8(ascii: "#"): "`\(Unicode.Scalar(byte))`"
    case UInt8(ascii: ":") where bytes[(index + 1)...].starts(with: "//".utf8): "`:`"
    case UInt8(ascii: ".") where follows("www", in: bytes, at: index): "`.`"
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "$"):
      "\\\(Unicode.Scalar(byte))"
    // Marks of lists and headings work only where a line begins.
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
      index == 0 ? "\\\(Unicode.Scalar(byte))" : nil
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      index > 0 && bytes[..<index].allSatisfy(Ascii.isDigit)
        ? "\\\(Unicode.Scalar(byte))" : nil
    default: nil
    }
  }

  private static func follows(_ word: String, in bytes: [UInt8], at index: Int) -> Bool {
    let word = Array(word.utf8)
    guard index >= word.count else { return false }
    return zip(word, bytes[(index - word.count)...]).allSatisfy { $0 == $1 | 0x20 }
  }
}

extension MaskedText {
  /// Words of a document as Markdown, labels in code, the finding strong.
  var markdown: String {
    runs.map { run in
      switch (run.kind, run.isLabel) {
      case (.leak, _): "**\(MarkdownText.code(run.text))**"
      case (_, true): MarkdownText.code(run.text)
      case (_, false): MarkdownText.escape(run.text)
      }
    }.joined()
  }
}
