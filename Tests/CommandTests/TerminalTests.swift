import Foundation
import TestSupport
import Testing

/// What a person at a terminal sees.
@Suite(
  "A terminal",
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
    "util-linux is not installed"))
struct TerminalTests {
  /// Runs a command line of the shell on a terminal of its own; both streams are that terminal.
  private func onTerminal(
    _ line: String, _ environment: [String: String] = ["TERM": "xterm", "LANG": "C.UTF-8"],
    in folder: URL
  ) throws -> Command.Outcome {
    let programs = Command.program("expunge").deletingLastPathComponent().path
    let path = "\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
    return try Command.run(
      URL(fileURLWithPath: "/usr/bin/script"), ["-qec", line, "/dev/null"],
      environment: environment.merging(["PATH": path]) { $1 }, in: folder)
  }

  @Test(
    "no line is wider than the terminal, and none wider than can be read", arguments: [44, 80, 300])
  func widths(columns: Int) throws {
    let outcome = try onTerminal(
      "stty cols \(columns); expunge scan Reports/Samples/draft.txt",
      ["TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1"], in: Command.root)
    #expect(outcome.status == 1)
    let widths = outcome.text.split(whereSeparator: \.isNewline).map(\.unicodeScalars.count)
    let widest = try #require(widths.max())
    #expect(widest <= min(columns, 120))
    #expect(widest > min(columns, 120) * 2 / 3)
  }

  @Test("a place is told as a reader counts it, and the last line decides and says why")
  func places() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      "# What I found\n\nThe officer was away.\n\nThe Council replied.\n\n"
        + "The social worker wrote to Mrs Quonberry about the placement.\n", to: "b.md")
    let outcome = try onTerminal(
      "expunge scan --paths masked b.md", ["TERM": "dumb", "LANG": "C.UTF-8"], in: files.folder)
    #expect(outcome.status == 1, "\(outcome.text)")
    let text = outcome.text.replacing("\r\n", with: "\n")
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("What I found, 3rd paragraph, beginning \u{201C}The social worker wrote to"),
      "\(words)")
    #expect(
      text.hasSuffix("FAIL: 1 finding blocks publication in 1 of 1 document (1 name).\n"), "\(text)"
    )
  }

  @Test(
    "a long run says how far it is, where a line can be drawn over again",
    arguments: [
      ("xterm", "", true), ("xterm", "--no-progress", false), ("dumb", "", false),
    ])
  func progress(terminal: String, option: String, isDrawn: Bool) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    for name in ["a", "b", "c"] { try files.write("Mrs X agreed.\n", to: "\(name).txt") }
    let outcome = try onTerminal(
      "(sleep 0.8; echo 'Mrs X agreed.') | expunge scan \(option) --jobs 1 a.txt - b.txt c.txt",
      ["TERM": terminal, "LANG": "C.UTF-8", "NO_COLOR": "1"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("\r2 of 4 files, ") == isDrawn, "\(outcome.text)")
    // Whatever was drawn is gone before the verdict is printed.
    let last = outcome.text.split(whereSeparator: \.isNewline).last ?? ""
    #expect(last.hasPrefix("PASS"), "\(last)")
  }

  @Test("a terminal that shows ASCII alone gets nothing else")
  func ascii() throws {
    let outcome = try onTerminal(
      "expunge scan Reports/Samples/draft.txt", ["TERM": "xterm", "LANG": "C"], in: Command.root)
    #expect(outcome.status == 1)
    #expect(outcome.output.allSatisfy { $0 < 0x80 })
  }
}
