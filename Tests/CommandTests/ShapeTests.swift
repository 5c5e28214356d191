import Foundation
import TestSupport
import Testing

/// A debug build is some ten times slower, and the suite is to stay quick.
private var isReleaseBuild: Bool {
  #if DEBUG
    false
  #else
    true
  #endif
}

@Suite("Inputs of unusual size and kind")
struct ShapeTests {
  private static let sentence = "The council told Mr X that it had written to him about his plan. "

  @Test("a large text, and a line without end", arguments: ["\n", ""])
  func large(ending: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let size = isReleaseBuild ? 100 << 20 : 2 << 20
    let unit = String(repeating: Self.sentence, count: 100) + ending
    var text = String(repeating: unit, count: size / unit.utf8.count)
    text += "Mrs Quonberry rang."
    let file = try files.write(text, to: "large.txt")
    let outcome = try Command.expunge(["scan", "--quiet", file.path])
    #expect(outcome.status == 1, "\(outcome.text)\(outcome.errorText)")
    #expect(outcome.text.contains("1 finding blocks"))
  }

  /// Every person, number and address in it is invented.
  private static let dense = """
    Mrs Anna Quonberry, born on 4 May 1961, of 12 Larch Road, EX1 1AA, rang 07700 900461.
    Write to anna.quonberry@example.org; NHS number 943 476 5919. Mr X agreed with Jan Fenwick.


    """

  @Test(
    "memory stays within 64 MB and four times the document, however much is found in it",
    .enabled(if: isReleaseBuild, "slow in a debug build"), arguments: ["\n\n", "\n", " "])
  func memory(ending: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let unit = Self.dense.split(separator: "\n").joined(separator: ending) + ending
    let text = String(repeating: unit, count: (100 << 20) / unit.utf8.count)
    let file = try files.write(text, to: "dense.txt")
    try files.write(
      """
      import resource, subprocess, sys
      status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
      print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
      """, to: "measure.py")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [
        "python3", files.url("measure.py").path, Command.program("expunge").path, "scan",
        "--quiet", file.path,
      ])
    let figures = outcome.text.split { !$0.isNumber }.compactMap { Int($0) }
    try #require(figures.count == 2, "\(outcome.errorText)")
    #expect(figures[0] == 3)
    #expect(figures[1] <= (64 << 10) + 4 * text.utf8.count / 1024)
  }

  @Test("more findings than are listed", .enabled(if: isReleaseBuild, "slow in a debug build"))
  func tooManyFindings() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write(
      String(repeating: "Ring 07700 900461 today.\n\n", count: 20_100), to: "many.txt")
    let outcome = try Command.expunge(["scan", "--format", "json", file.path])
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("100 findings beyond the limit are not listed"))
    #expect(outcome.text.contains("\"limit\":\"findings\""))
  }

  @Test("folders in folders, and two thousand small files")
  func tree() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let deep = Array(repeating: "d", count: 120).joined(separator: "/")
    try files.write("Mrs Quonberry rang.", to: "in/\(deep)/a.txt")
    for number in 0..<2000 { try files.write("Mr X rang.", to: "in/\(number % 20)/\(number).txt") }
    let outcome = try Command.expunge(["scan", "--format", "json", files.url("in").path])
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("\"documents\":2001,\"complete\":2001"))
  }

  @Test("folders deeper than anybody makes them")
  func tooDeep() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let deep = Array(repeating: "d", count: 300).joined(separator: "/")
    try files.write("Mrs Quonberry rang.", to: "in/\(deep)/a.txt")
    let outcome = try Command.expunge(["scan", files.url("in").path])
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("lies too deep"))
  }

  @Test("nothing to read is never clean", arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF} \n"])
  func nothing(text: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write(text, to: "empty.txt")
    let page = try files.write(text + (text.isEmpty ? "" : "<p> </p>"), to: "empty.html")
    for arguments in [[file.path], [page.path], ["-"]] {
      let outcome = try Command.expunge(["scan"] + arguments, input: Data(text.utf8))
      #expect(outcome.status == 3)
      #expect(outcome.text.contains("so nothing was examined"), "\(outcome.text)")
    }
    let device = try Command.expunge(["scan", "/dev/null"])
    #expect(device.status == 3)
    #expect(device.text.contains("the file is empty, so nothing was examined"))
  }

  @Test("a pipe with a name is read when it is named, and left alone in a folder")
  func pipe() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let pipe = files.url("in/pipe").path
    try files.write("Mr X rang.", to: "in/a.txt")
    #expect(mkfifo(pipe, 0o600) == 0)
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "echo 'Mrs Quonberry rang.' > \"$1\" & exec \"$0\" scan \"$1\"",
        Command.program("expunge").path, pipe,
      ])
    #expect(outcome.status == 1, "\(outcome.text)\(outcome.errorText)")
    let folder = try Command.expunge(["scan", "in"], in: files.folder)
    #expect(folder.status == 0)
    #expect(folder.text.contains("not a regular file"))
  }

  @Test("streams that another program has made non-blocking")
  func nonBlocking() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      """
      import os, subprocess, sys, time
      inner, outer = os.pipe()
      result, report = os.pipe()
      for end in (inner, report):
          os.set_blocking(end, False)
      child = subprocess.Popen(
          [sys.argv[1], "scan", "--format", "json", "-"], stdin=inner, stdout=report)
      os.close(inner)
      os.close(report)
      time.sleep(0.2)
      for number in range(2000):
          os.write(outer, b"Ring 07700 900%03d today.\\n\\n" % (number % 1000))
      os.close(outer)
      time.sleep(0.5)
      with os.fdopen(result, "rb") as pipe:
          text = pipe.read()
      print(child.wait(), text.count(b'"blocking":true'))
      """, to: "run.py")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["python3", files.url("run.py").path, Command.program("expunge").path])
    #expect(outcome.text == "1 2000\n", "\(outcome.errorText)")
  }

  @Test("a file that grows while it is read")
  func growing() throws {
    // Its size is said to be nothing, and then there is something.
    let outcome = try Command.expunge(["scan", "/proc/self/status"])
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("it changed while it was read"))
  }

  @Test("the report is the same anywhere, at any time, in any language")
  func surroundings() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = Command.root.appendingPathComponent("Reports/Samples/draft.txt").path
    for format in ["text", "json"] {
      let arguments = ["scan", "--format", format, draft]
      let plain = try Command.expunge(arguments)
      #expect(plain.status == 1)
      for environment in [
        ["LC_ALL": "C"], ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
        ["TZ": "Asia/Kathmandu"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8"],
        ["COLUMNS": "40", "TERM": "xterm-256color", "HOME": "/nowhere", "NO_COLOR": "1"],
      ] {
        let other = try Command.expunge(arguments, environment: environment, in: files.folder)
        #expect(other.output == plain.output, "\(environment)")
      }
    }
  }

  @Test(
    "no network is touched",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"),
      "strace is not installed"))
  func network() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs Quonberry, see https://example.org", to: "in/a.txt")
    try files.write(
      "<!doctype html><p>Mrs Quonberry<img src='http://example.org/a.png'>", to: "in/a.html")
    for arguments in [
      ["scan", files.url("in").path],
      ["redact", files.url("in").path, "--output", files.url("out").path],
    ] {
      let log = files.url("calls")
      let outcome = try Command.run(
        URL(fileURLWithPath: "/usr/bin/strace"),
        ["-f", "-q", "-e", "trace=%network", "-o", log.path, Command.program("expunge").path]
          + arguments)
      #expect(outcome.status < 2, "\(outcome.text)\(outcome.errorText)")
      let calls = try String(contentsOf: log, encoding: .utf8)
      // The pair of sockets between us and the reader, and what is said over it.
      #expect(calls.contains("socketpair(AF_UNIX"))
      for call in [" socket(", " connect(", " bind(", " sendto(", " listen(", "AF_INET"] {
        #expect(!calls.contains(call), "\(call)")
      }
    }
  }
}
