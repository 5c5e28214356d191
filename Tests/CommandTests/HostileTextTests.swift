import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Texts and names made to deceive")
struct HostileTextTests {
  private static let strings = [
    "\u{1B}[31mred\u{1B}[2J", "\u{1B}]8;;https://evil.example\u{7}link\u{1B}]8;;\u{7}",
    "\u{9B}31m", "\u{202E}reversed\u{202C}", "\u{2066}isolated\u{2069}", "\u{200B}\u{200D}\u{FEFF}",
    "::error file=a,line=1::bad", "##[error]bad", "\u{A0}::error::bad", "##vso[task]bad", "##",
    "::set-output name=a::b",
    "<script>alert(1)</script>", "\"}],\"blocking\":0", "\\u0000\\", "=HYPERLINK(\"x\")",
    "\u{2028}line\u{2029}", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{E000}\u{10FFFF}",
    "\u{8}\u{8}\u{8}\u{7F}", "\r\roverwritten", "\u{FFF9}note\u{FFFB}",
  ]

  /// How many characters are there that a terminal obeys or that hide themselves.
  private func unsafeCount(_ text: String) -> Int {
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

  private func hostileFolder() throws -> Command.Scratch {
    let files = try Command.Scratch()
    for (index, string) in Self.strings.enumerated() {
      let text = "Mrs Quonberry said \(string) on 07700 900461.\n\nAnd \(string)\nMrs Quonberry\n"
      try files.write(text, to: "in/\(index).txt")
      try files.write("<!doctype html><title>\(string)</title><p>\(text)", to: "in/\(index).html")
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

  @Test("the text report has no character that a terminal obeys, and no command of a pipeline")
  func text() throws {
    let files = try hostileFolder()
    defer { files.remove() }
    for arguments in [
      ["scan"], ["scan", "--paths", "real"], ["redact", "--output", files.url("out").path],
    ] {
      let outcome = try Command.expunge(arguments + [files.url("in").path])
      #expect(outcome.status == 1 || outcome.status == 0, "\(outcome.errorText)")
      #expect(unsafeCount(outcome.text) == 0)
      #expect(String(validating: outcome.output, as: UTF8.self) != nil)
      let commands = outcome.text.split(separator: "\n").count { line in
        let line = line.drop { $0.isWhitespace }
        return line.hasPrefix("::") || line.contains("##[") || line.contains("##vso[")
      }
      #expect(commands == 0)
    }
    let report = try Command.expunge(["scan", "--format", "json", files.url("in").path])
    let manifest = try String(contentsOf: files.url("out/expunge-redaction.json"), encoding: .utf8)
    #expect(unsafeCount(manifest) == 0)
    for json in [report.text, manifest] {
      let isCommanding = json.contains("##") || json.contains("\n::")
      #expect(!isCommanding)
    }
  }

  @Test("the JSON report is JSON to another parser, and safe to look at")
  func json() throws {
    let files = try hostileFolder()
    defer { files.remove() }
    for paths in ["masked", "real"] {
      let outcome = try Command.expunge(
        ["scan", "--format", "json", "--paths", paths, files.url("in").path])
      #expect(outcome.status == 1)
      #expect(unsafeCount(outcome.text) == 0)
      let report = try files.write(outcome.output, to: "report.json")
      let script = """
        import json, sys
        report = json.load(open(sys.argv[1], encoding='utf-8'))
        assert all(d['complete'] for d in report['documents'])
        assert sum(1 for d in report['documents'] for f in d['findings'] if f['blocking']) == report['summary']['blocking']
        print(len(report['documents']))
        """
      let parsed = try Command.run(
        URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", script, report.path])
      #expect(parsed.text == "\(3 * Self.strings.count + 1)\n", "\(parsed.errorText)")
    }
  }

  @Test("errors spell out what a path would do to a terminal")
  func errors() throws {
    let all = Self.strings.joined(separator: "\n::error::x")
    for arguments in [["scan", "/nowhere/\(all)"], ["scan", "x", "--\(all)"]] {
      let outcome = try Command.expunge(arguments)
      #expect(outcome.status == 2)
      #expect(unsafeCount(outcome.errorText) == 0)
      let commands = outcome.errorText.split(separator: "\n").count { $0.hasPrefix("::") }
      #expect(commands == 0)
    }
  }

  @Test("a name that is no UTF-8 can be given as an argument")
  func bytesInNames() throws {
    let files = try hostileFolder()
    defer { files.remove() }
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "\"$0\" scan \"$(printf '%s/\\377\\303(.txt' \"$1\")\"",
        Command.program("expunge").path, files.url("in").path,
      ])
    #expect(outcome.status == 1, "\(outcome.errorText)")
  }

  @Test("a line of a megabyte between two names")
  func longLine() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write(
      "Mrs Quonberry " + String(repeating: "\u{1B}[1m x", count: 200_000) + " Mr Vexholme",
      to: "line.txt")
    let outcome = try Command.expunge(["scan", file.path])
    #expect(outcome.status == 1)
    #expect(unsafeCount(outcome.text) == 0)
    #expect(outcome.output.count < 20_000)
  }

  @Test(
    "colour only where a terminal shows it",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
      "util-linux is not installed"),
    arguments: [
      (["TERM": "xterm-256color"], true), (["TERM": "xterm", "NO_COLOR": "1"], false),
      (["TERM": "dumb"], false), ([:], false),
    ])
  func colour(environment: [String: String], isColoured: Bool) throws {
    let draft = Command.root.appendingPathComponent("Reports/Samples/draft.txt").path
    let terminal = try Command.run(
      URL(fileURLWithPath: "/usr/bin/script"),
      ["-qec", "'\(Command.program("expunge").path)' scan '\(draft)'", "/dev/null"],
      environment: environment)
    #expect(terminal.status == 1, "\(terminal.text)")
    #expect(terminal.text.contains("FAIL"))
    #expect(terminal.text.contains("\u{1B}[") == isColoured)
    let piped = try Command.expunge(["scan", draft], environment: environment)
    #expect(!piped.text.contains("\u{1B}"))
  }
}
