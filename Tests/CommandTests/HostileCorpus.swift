import Foundation
import Glibc
import TestSupport
import Testing

/// Texts, names, reasons and packs made to deceive whoever reads a report of them.
enum HostileCorpus {
  static let strings = [
    "\u{1B}[31mred\u{1B}[2J", "\u{1B}]8;;https://evil.example\u{7}link\u{1B}]8;;\u{7}",
    "\u{9B}31m", "\u{202E}reversed\u{202C}", "\u{2066}isolated\u{2069}", "\u{200B}\u{200D}\u{FEFF}",
    "::error file=a,line=1::bad", "##[error]bad", "\u{A0}::error::bad", "##vso[task]bad", "##",
    "::set-output name=a::b",
    "<script>alert(1)</script>", "\"}],\"blocking\":0", "\\u0000\\", "=HYPERLINK(\"x\")",
    "\u{2028}line\u{2029}", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{E000}\u{10FFFF}",
    "\u{8}\u{8}\u{8}\u{7F}", "\r\roverwritten", "\u{FFF9}note\u{FFFB}",
    "]]><x a='b'>&amp;&#0;", "-->", "</style></title></textarea>", "![x](http://evil.example/y)",
    "[click](javascript:alert(1))", "`a` **b** __c__ ~~d~~ | e |", "@everyone #1 www.evil.example",
    "{{x}} {0} {{{y}}} {{>z}}", "+1,\"=2\",@sum", "\u{FFFE}\u{FFFF}", "%0A::error::x%0D",
    "$x$ \\(y\\) <!-- expunge: allow a/b -->",
  ]

  /// How many characters are there that a terminal obeys or that hide themselves.
  static func unsafeCount(_ text: String) -> Int {
    text.unicodeScalars.count { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
        0xFFF9...0xFFFB, 0xE000...0xF8FF:
        true
      default: false
      }
    }
  }

  /// Lines that a pipeline would obey.
  static func commands(in text: String) -> Int {
    text.split(separator: "\n").count { line in
      line.drop { $0.isWhitespace }.hasPrefix("::") || line.contains("##[")
        || line.contains("##vso[")
    }
  }

  /// How many documents `folder` writes.
  static var documents: Int { 4 * strings.count + 1 }

  /// A folder `in` with all of them, in texts, pages, reasons of markers and names of files.
  static func folder() throws -> Command.Scratch {
    let files = try Command.Scratch()
    for (index, string) in strings.enumerated() {
      let text = "Mrs Quonberry said \(string) on 07700 900461.\n\nAnd \(string)\nMrs Quonberry\n"
      try files.write(text, to: "in/\(index).txt")
      try files.write("<!doctype html><title>\(string)</title><p>\(text)", to: "in/\(index).html")
      try files.write(
        "Mrs Quonberry rang. <!-- expunge: allow people/title-and-name; reason: \(string); approver: \(string) -->\n",
        to: "in/\(index).md")
      let name = string.replacingOccurrences(of: "/", with: "_")
      try files.write("Mrs Quonberry \(string)", to: "in/\(name)\n::warning::x.txt")
    }
    // A name that is no UTF-8.
    let path = Array((files.url("in").path + "/").utf8) + [0xFF, 0xC3, 0x28]
    let descriptor = open(
      (path + Array(".txt\0".utf8)).map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    let text = Array("Mrs Quonberry rang.".utf8)
    #expect(write(descriptor, text, text.count) == text.count)
    close(descriptor)
    return files
  }

  /// A pack and a profile whose every word is hostile, in a folder for `--patterns`.
  static func writePack(_ string: String, to files: Command.Scratch) throws {
    let words = yaml(string)
    try files.write(
      """
      pack: hostile
      version: 1.0.0
      title: \(words)
      description: \(words)
      rules:
        - name: widget
          title: \(words)
          class: D09
          label: REFERENCE
          severity: critical
          confidence: 90
          pattern: '\\bwidget-[0-9]{4}\\b'
          suggestion: \(words)
          rationale: \(words)
          source: \(words)
          finds: ['a ↓widget-1234↑ b']
          leaves: ['widget-12', 'widget-x']
      """, to: "patterns/Packs/hostile.yaml")
    try files.write(
      """
      profile: hostile
      extends: lgsco
      title: \(words)
      named:
        - {name: Jane Quonberry, office: \(words), reason: \(words), approver: \(words)}
      """, to: "patterns/Profiles/hostile.yaml")
    try files.write(
      """
      law:
        - article: \(words)
          title: \(words)
          bears: \(words)
          classes: [D, Q]
          source: \(words)
          checked: to-be-confirmed
      """, to: "patterns/Law.yaml")
  }

  /// In double quotation marks, all but plain ASCII as escapes.
  private static func yaml(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7F, scalar != "\"", scalar != "\\" {
        return String(scalar)
      }
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    return "\"\(escaped.joined())\""
  }
}
