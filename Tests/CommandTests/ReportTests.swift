import Foundation
import TestSupport
import Testing

@Suite("Reports in files")
struct ReportTests {
  private static let formats = [
    "json", "jsonl", "sarif", "junit", "csv", "markdown", "gitlab", "html",
  ]

  @Test("each is what standard output would have had, and the terminal's report stays as it is")
  func beside() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = "Reports/Samples/draft.txt"
    let outcome = try Command.expunge(
      ["scan", draft] + Self.formats.flatMap { ["--report", "\($0)=\(files.url($0).path)"] },
      in: Command.root)
    #expect(outcome.status == 1, "\(outcome.errorText)")
    #expect(outcome.text == (try Command.expunge(["scan", draft], in: Command.root).text))
    for format in Self.formats {
      let alone = try Command.expunge(["scan", "--format", format, draft], in: Command.root)
      let written = try Data(contentsOf: files.url(format))
      // A hash or lines of files that one format needs are worked out for all of them.
      #expect(written == alone.output, "\(format)")
      #expect(alone.status == 1)
    }
    #expect(files.contents() == Self.formats.sorted())
  }

  @Test("a report that cannot be written is a sentence before anything is read, and leaves nothing")
  func unusable() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "in/draft.txt")
    try files.write("kept", to: "kept.json")
    for (reports, words) in [
      (["json=in"], "its path is a folder"), (["json=new/"], "its path is a folder"),
      (["json=kept.json"], "it exists already"), (["json=none/x.json"], "no such file"),
      (["sarif=x", "csv=./x"], "two reports go to one file"), (["pdf=x"], "there is no format"),
      (["json"], "takes a format and a file"), (["json="], "names no file"),
      (["csv=a.csv", "json=kept.json"], "the json report cannot be written"),
      (["json=in/draft.txt/x"], "not a folder"),
    ] {
      let outcome = try Command.expunge(
        ["scan", "in"] + reports.flatMap { ["--report", $0] }, in: files.folder)
      #expect(outcome.status == 2, "\(reports)")
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
      #expect(outcome.errorText.split(separator: "\n").count == 1, "\(outcome.errorText)")
      #expect(outcome.text.isEmpty)
      #expect(files.contents() == ["in", "in/draft.txt", "kept.json"])
    }
    #expect(try String(contentsOf: files.url("kept.json"), encoding: .utf8) == "kept")
  }

  @Test("two ways of writing one path are one file, for every command that reports")
  func sameFile() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "draft.txt")
    try files.write("", to: "real/kept")
    try FileManager.default.createSymbolicLink(
      at: files.url("link"), withDestinationURL: files.url("real"))
    for command in ["scan", "gate", "report"] {
      let outcome = try Command.expunge(
        [command, "draft.txt", "--report", "json=real/x", "--report", "html=link/x"],
        in: files.folder)
      #expect(outcome.status == 2, "\(command)")
      #expect(outcome.errorText.contains("two reports go to one file"), "\(outcome.errorText)")
      #expect(files.contents(of: "real") == ["kept"])
      let folder = try Command.expunge(
        [command, "draft.txt", "--report", "json=real"], in: files.folder)
      #expect(folder.status == 2, "\(command)")
      #expect(folder.errorText.contains("its path is a folder"), "\(folder.errorText)")
    }
  }

  @Test("a file that changes while it is read is unread in every report, and nothing else is lost")
  func changing() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "draft.txt")
    for command in ["scan", "gate", "report"] {
      // Its size is said to be nothing, and then there is something.
      let outcome = try Command.expunge(
        [command, "draft.txt", "/proc/self/status", "--report", "json=\(command).json"],
        in: files.folder)
      #expect(outcome.status == 3, "\(command) \(outcome.errorText)")
      let report = try String(contentsOf: files.url("\(command).json"), encoding: .utf8)
      #expect(report.contains("it changed while it was read"), "\(command)")
      #expect(report.contains("D01"), "\(command)")
    }
  }

  @Test("no space: nothing is left of any report")
  func full() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(String(repeating: "Mrs Quonberry rang.\n\n", count: 2000), to: "draft.txt")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "ulimit -f 64; exec \"$0\" scan --quiet draft.txt --report junit=a --report json=b",
        Command.program("expunge").path,
      ], in: files.folder)
    #expect(outcome.status == 2)
    #expect(!outcome.isSignalled)
    #expect(outcome.errorText.contains("cannot be written"), "\(outcome.errorText)")
    #expect(files.contents() == ["draft.txt"])
  }

  @Test("no space behind the report for the one who signs: nothing is left of it")
  func fullReport() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "draft.txt")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "ulimit -f 8; exec \"$0\" report draft.txt --report json=a --report html=b | cat >&2",
        Command.program("expunge").path,
      ], in: files.folder)
    #expect(!outcome.isSignalled)
    #expect(outcome.errorText.contains("cannot be written"), "\(outcome.errorText)")
    #expect(files.contents() == ["draft.txt"])
  }

  @Test("with --reveal only formats for people show values, and only their owner can read them")
  func reveal() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try files.write("Mrs Quonberry rang.\n", to: "draft.txt")
    func scan(_ arguments: String) throws -> Command.Outcome {
      try Command.run(
        URL(fileURLWithPath: "/bin/bash"),
        [
          "-c", "set -o pipefail; umask 022; \"$0\" scan --reveal \"$1\" \(arguments) | cat",
          Command.program("expunge").path, draft.path,
        ], in: files.folder)
    }
    let outcome = try scan(
      "--report json=a.json --report sarif=a.sarif --report markdown=a.md --report html=a.html")
    #expect(outcome.status == 1, "\(outcome.errorText)")
    for (name, shows, mode) in [
      ("a.json", true, 0o600), ("a.md", true, 0o600), ("a.html", true, 0o600),
      ("a.sarif", false, 0o644),
    ] {
      let text = try String(contentsOf: files.url(name), encoding: .utf8)
      #expect(text.contains("Quonberry") == shows, "\(name)")
      let attributes = try FileManager.default.attributesOfItem(atPath: files.url(name).path)
      #expect((attributes[.posixPermissions] as? Int) == mode, "\(name)")
    }
    for format in ["sarif", "jsonl", "junit", "csv", "github", "gitlab"] {
      let refused = try scan("--format \(format)")
      #expect(refused.status == 2)
      #expect(refused.errorText.contains("never holds values"), "\(refused.errorText)")
    }
  }

  @Test("names of files are masked in files unless asked for")
  func paths() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "in/Mrs Quonberry.txt")
    for (option, shows) in [([], false), (["--paths", "real"], true)] {
      let outcome = try Command.expunge(
        ["scan", "in", "--report", "sarif=\(shows).sarif"] + option, in: files.folder)
      #expect(outcome.status == 1, "\(outcome.errorText)")
      let text = try String(contentsOf: files.url("\(shows).sarif"), encoding: .utf8)
      #expect(text.contains("Quonberry") == shows)
    }
  }

  @Test("the step summary is added to GitHub's file, and only where annotations are written")
  func stepSummary() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "draft.txt")
    let summary = try files.write("before\n", to: "summary.md")
    let environment = ["GITHUB_STEP_SUMMARY": summary.path]
    for (format, isAdded) in [("text", false), ("github", true)] {
      let outcome = try Command.expunge(
        ["scan", "--format", format, "draft.txt"], environment: environment, in: files.folder)
      #expect(outcome.status == 1)
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(text.hasPrefix("before\n"))
      #expect(text.contains("| `draft.txt` | 1 | critical |") == isAdded, "\(text)")
      #expect(!text.contains("Quonberry"))
    }
    let refused = try Command.expunge(
      ["scan", "--format", "github", "draft.txt"],
      environment: ["GITHUB_STEP_SUMMARY": files.folder.path], in: files.folder)
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("the step summary cannot be written"))
  }

  @Test("a web page is annotated where its file has the words")
  func linesOfPages() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      "<!doctype html>\n<html><body>\n<p>Nothing here.</p>\n<p>And\nMrs Quonberry rang.</p>\n",
      to: "page.html")
    let outcome = try Command.expunge(
      ["scan", "--format", "github", "page.html"], in: files.folder)
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("::error file=page.html,line=5,endLine=5,title="))
  }

  @Test("the gate reports in every format, too, and tells what the baseline knows")
  func gate() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry rang.\n", to: "draft.txt")
    let blocked = try Command.expunge(
      ["gate", "draft.txt", "--format", "github", "--report", "sarif=a.sarif"], in: files.folder)
    #expect(blocked.status == 1, "\(blocked.errorText)")
    #expect(blocked.text.hasPrefix("::error file=draft.txt,line=1,"))
    let sarif = try String(contentsOf: files.url("a.sarif"), encoding: .utf8)
    #expect(sarif.contains("\"exitCode\":1"))
    let created = try Command.expunge(
      ["baseline", "create", "draft.txt", "--baseline", "known.json"], in: files.folder)
    #expect(created.status == 0, "\(created.errorText)")
    let known = try Command.expunge(
      ["scan", "draft.txt", "--baseline", "known.json", "--format", "github"], in: files.folder)
    #expect(known.status == 0, "\(known.text)\(known.errorText)")
    #expect(known.text.hasPrefix("::notice "))
    #expect(known.text.contains("is in the baseline, not yet reviewed"))
  }
}
