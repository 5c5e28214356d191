import ExpungeReporting
import ExpungeText
import Testing

@Suite("terminal text")
struct TerminalTextTests {
  @Test(
    "escapes",
    arguments: [
      ("plain ~ text", "plain ~ text"), ("\u{1B}[2J", "\\u{1B}[2J"),
      ("a\nb\rc\td", "a\\nb\\rc\\td"),
      ("\u{7F}\u{80}\u{9B}", "\\u{7F}\\u{80}\\u{9B}"), ("\u{202E}x\u{2066}", "\\u{202E}x\\u{2066}"),
      ("a\u{200B}\u{200D}\u{FEFF}\u{AD}", "a\\u{200B}\\u{200D}\\u{FEFF}\\u{AD}"),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{E0041}", "\\u{E0041}"),
      ("\u{3164}\u{115F}", "\\u{3164}\\u{115F}"), ("\u{E000}", "\\u{E000}"),
      ("Zoë “said” 王 👍", "Zoë “said” 王 👍"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("\u{0}", "\\u{0}"),
      ("e\u{301}\u{302}\u{303}\u{304}\u{305}", "e\u{301}\u{302}\u{303}\u{304}\\u{305}"),
    ])
  func escapes(text: String, expected: String) {
    let escaped = TerminalText.escape(text)
    #expect(Array(escaped.unicodeScalars) == Array(expected.unicodeScalars))
    let isSafe = !escaped.unicodeScalars.contains { $0.isUnsafeToShow }
    #expect(isSafe)
  }

  @Test(
    "commands of a pipeline in the middle of a line",
    arguments: [
      ("a ##[error]b", "a #\\u{23}[error]b"), ("##vso[x]", "#\\u{23}vso[x]"),
      ("##teamcity[x]", "#\\u{23}teamcity[x]"), ("###[x]##[y]", "##\\u{23}[x]#\\u{23}[y]"),
      ("## Heading [1]", "## Heading [1]"), ("#[x]", "#[x]"), ("##", "##"),
      ("é ##[error]", "é #\\u{23}[error]"),
    ])
  func commands(text: String, expected: String) {
    #expect(TerminalText.escape(text) == expected)
  }

  @Test(
    "commands of a pipeline at the beginning of a line",
    arguments: [
      ("::error::x", "\\u{3A}:error::x"), ("  ::x", "  \\u{3A}:x"),
      ("\u{A0}\u{3000} ::x", "\u{A0}\u{3000} \\u{3A}:x"),
      ("a ::x", "a ::x"), (": :", ": :"), ("", ""),
    ])
  func commandLines(line: String, expected: String) {
    #expect(TerminalText.logLine(line) == expected)
  }

  @Test("ASCII alone")
  func ascii() {
    #expect(
      TerminalText.escape("‘a’ “b” – c… é\u{A0}王", unicode: false)
        == "'a' \"b\" - c... \\u{E9} \\u{738B}")
  }

  @Test(
    "cells",
    arguments: [
      ("abc", 3), ("Zoë", 3), ("e\u{301}", 1), ("王小明", 6), ("👍", 2), ("ｆｕ", 4), ("한", 2), ("", 0),
      ("“…”", 3), ("\u{1B}", 6), ("❤\u{FE0F}", 1),
    ])
  func cells(text: String, cells: Int) {
    #expect(TerminalText.width(text) == cells)
  }

  @Test("a style is never narrower than forty cells")
  func narrow() {
    #expect(Style(width: 3).width == 40)
  }
}
