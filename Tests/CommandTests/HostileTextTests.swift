import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Texts and names made to deceive")
struct HostileTextTests {
  @Test("the text report has no character that a terminal obeys, and no command of a pipeline")
  func text() throws {
    let files = try HostileCorpus.folder()
    defer { files.remove() }
    for arguments in [
      ["scan"], ["scan", "--paths", "real"], ["redact", "--output", files.url("out").path],
    ] {
      let outcome = try Command.expunge(arguments + [files.url("in").path])
      #expect(outcome.status == 1 || outcome.status == 0, "\(outcome.errorText)")
      #expect(HostileCorpus.unsafeCount(outcome.text) == 0)
      #expect(String(validating: outcome.output, as: UTF8.self) != nil)
      #expect(HostileCorpus.commands(in: outcome.text) == 0)
    }
    let report = try Command.expunge(["scan", "--format", "json", files.url("in").path])
    let manifest = try String(contentsOf: files.url("out/expunge-redaction.json"), encoding: .utf8)
    #expect(HostileCorpus.unsafeCount(manifest) == 0)
    for json in [report.text, manifest] {
      let isCommanding = json.contains("##") || json.contains("\n::")
      #expect(!isCommanding)
    }
  }

  @Test(
    "every format is taken by a reader of its own, safe to look at, and counts the same",
    .enabled(if: Python.hasReaders, Python.installation), arguments: ["masked", "real"])
  func formats(paths: String) throws {
    let files = try HostileCorpus.folder()
    defer { files.remove() }
    let formats = [
      "json", "jsonl", "sarif", "junit", "csv", "markdown", "github", "gitlab", "html",
    ]
    let outcome = try Command.expunge(
      ["scan", "--quiet", "--paths", paths, files.url("in").path]
        + formats.flatMap { ["--report", "\($0)=\(files.url($0).path)"] })
    #expect(outcome.status == 1, "\(outcome.errorText)")
    let all = try Python.read(files.url("json"), format: "json")
    #expect(all.blocking > HostileCorpus.documents)
    for format in formats {
      let report = try String(contentsOf: files.url(format), encoding: .utf8)
      #expect(format == "github" || HostileCorpus.commands(in: report) == 0, "\(format)")
      let understood = try Python.read(files.url(format), format: format)
      if ["jsonl", "sarif", "csv", "html"].contains(format) {
        #expect(understood == all, "\(format)")
      }
      if ["junit", "gitlab"].contains(format) {
        #expect(understood.blocking == all.blocking, "\(format)")
      }
    }
    let parsed =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: files.url("json"))) as? [String: Any]
    #expect((parsed?["documents"] as? [Any])?.count == HostileCorpus.documents)
  }

  @Test(
    "the report for the one who signs is taken by readers of its own, in every format",
    .enabled(if: Python.hasReaders, Python.installation), arguments: ["masked", "real"])
  func report(paths: String) throws {
    let files = try HostileCorpus.folder()
    defer { files.remove() }
    for (index, string) in HostileCorpus.strings.enumerated() {
      let text = "Category : \(string) > x\n\nMrs Quonberry, aged 41, rang on 3 May 2024.\n"
      try files.write(text, to: "in/category-\(index).txt")
      try files.write("%PDF", to: "in/\(index)\(string.filter { $0 != "/" && $0 != "\0" }).pdf")
    }
    let formats = ["json", "csv", "markdown", "html"]
    let outcome = try Command.expunge(
      ["report", "--paths", paths, files.url("in").path]
        + formats.flatMap { ["--report", "\($0)=\(files.url($0).path)"] })
    #expect(outcome.status == 3, "\(outcome.errorText)")
    #expect(HostileCorpus.unsafeCount(outcome.text) == 0)
    let all = try Python.read(files.url("json"), format: "report_json")
    #expect(all.blocking > HostileCorpus.documents)
    #expect(all.unread >= HostileCorpus.strings.count)
    for format in formats {
      let report = try String(contentsOf: files.url(format), encoding: .utf8)
      #expect(HostileCorpus.commands(in: report) == 0, "\(format)")
      let understood = try Python.read(files.url(format), format: "report_\(format)")
      #expect(understood.findings == all.findings, "\(format)")
      #expect(understood.blocking == all.blocking, "\(format)")
      // A list for readers ends after a hundred rows.
      let isList = format == "markdown" || format == "html"
      #expect(understood.unread == (isList ? min(100, all.unread) : all.unread), "\(format)")
    }
  }

  @Test(
    "packs and profiles with hostile words change nothing but words",
    .enabled(if: Python.hasReaders, Python.installation))
  func packs() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let formats = [
      "json", "jsonl", "sarif", "junit", "csv", "markdown", "github", "gitlab", "html",
    ]
    // The whole corpus in one string: a broken escape of any piece breaks the report.
    try HostileCorpus.writePack(HostileCorpus.strings.joined(separator: " "), to: files)
    try files.write("Mrs Jane Quonberry has widget-1234.\n", to: "in/a.txt")
    let outcome = try Command.expunge(
      [
        "scan", "--patterns", files.url("patterns").path, "--profile", "hostile",
        files.url("in").path,
      ] + formats.flatMap { ["--report", "\($0)=\(files.url($0).path)"] })
    #expect(outcome.status == 1, "\(outcome.text)\(outcome.errorText)")
    #expect(HostileCorpus.unsafeCount(outcome.text) == 0)
    #expect(HostileCorpus.commands(in: outcome.text) == 0)
    for format in formats {
      let understood = try Python.read(files.url(format), format: format)
      #expect(format == "markdown" || understood.blocking >= 1, "\(format)")
    }
    let signed = ["json", "csv", "markdown", "html"]
    let report = try Command.expunge(
      [
        "report", "--patterns", files.url("patterns").path, "--profile", "hostile",
        files.url("in").path,
      ] + signed.flatMap { ["--report", "\($0)=\(files.url("signed-\($0)").path)"] })
    #expect(report.status == 0, "\(report.errorText)")
    for format in signed {
      let understood = try Python.read(
        files.url("signed-\(format)"), format: "report_\(format)")
      #expect(understood.blocking >= 1, "\(format)")
    }
  }

  @Test("errors spell out what a path would do to a terminal")
  func errors() throws {
    let all = HostileCorpus.strings.joined(separator: "\n::error::x")
    for arguments in [["scan", "/nowhere/\(all)"], ["scan", "x", "--\(all)"]] {
      let outcome = try Command.expunge(arguments)
      #expect(outcome.status == 2)
      #expect(HostileCorpus.unsafeCount(outcome.errorText) == 0)
      let commands = outcome.errorText.split(separator: "\n").count { $0.hasPrefix("::") }
      #expect(commands == 0)
    }
  }

  @Test("a name that is no UTF-8 can be given as an argument")
  func bytesInNames() throws {
    let files = try HostileCorpus.folder()
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
    #expect(HostileCorpus.unsafeCount(outcome.text) == 0)
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
