import Foundation
import TestSupport
import Testing

@Suite("Places that cannot be written")
struct DiskTests {
  private static let leak = "Mrs Quonberry rang on 07700 900461.\n"
  private static let isRoot = getuid() == 0

  private func expectNothingWritten(
    _ outcome: Command.Outcome, says word: String, in left: [String]
  ) {
    #expect(outcome.status == 2, "\(outcome.text)\(outcome.errorText)")
    #expect(outcome.errorText.contains(word), "\(outcome.errorText)")
    #expect(outcome.errorText.split(separator: "\n").count == 1)
    #expect(!outcome.errorText.contains("onberry"))
    let unfinished = left.count { $0.hasPrefix(".") || $0.hasSuffix(".json") }
    #expect(unfinished == 0)
  }

  @Test(
    "a disk that fills up", .enabled(if: isRoot, "only root can mount a small disk"),
    arguments: ["txt", "docx"])
  func full(format: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let disk = files.url("disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    let mounted = try Command.run(
      URL(fileURLWithPath: "/bin/mount"),
      ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.path])
    try #require(mounted.status == 0, "a small disk cannot be mounted here")
    defer { _ = try? Command.run(URL(fileURLWithPath: "/bin/umount"), [disk.path]) }
    for number in 0..<4 {
      let text = String(repeating: Self.leak, count: 700)
      try files.write(
        format == "txt" ? Data(text.utf8) : Data(WordFile(text).file), to: "in/\(number).\(format)")
    }
    let outcome = try Command.expunge(["redact", files.url("in").path, "--output", disk.path])
    let left = files.contents(of: "disk")
    expectNothingWritten(outcome, says: "the disk is full", in: left)
    // The first copy fits and is proved; it goes too, since there is no manifest to speak for it.
    #expect(left == [])
  }

  @Test("a limit on the size of files")
  func fileSize() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try files.write(String(repeating: Self.leak, count: 2000), to: "in/draft.txt")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "ulimit -f 32; exec \"$0\" redact \"$1\" --output \"$2\"",
        Command.program("expunge").path, draft.path, files.url("out").path,
      ])
    #expect(!outcome.isSignalled)
    expectNothingWritten(
      outcome, says: "grow over the allowed size", in: files.contents(of: "out"))
    #expect(!FileManager.default.fileExists(atPath: files.url("out").path))
  }

  @Test("an output folder that is closed to us")
  func closedFolder() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try files.write(Self.leak, to: "in/draft.txt")
    try FileManager.default.createDirectory(
      at: files.url("out"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o555])
    // Root may write anywhere, so it runs as nobody.
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", Self.isRoot ? "exec setpriv --reuid=65534 --clear-groups \"$@\"" : "exec \"$@\"",
        "sh", Command.program("expunge").path, "redact", draft.path, "--output",
        files.url("out").path,
      ])
    expectNothingWritten(
      outcome, says: "expunge-redaction.json cannot be written: permission denied",
      in: files.contents(of: "out"))
  }

  @Test("an output folder that cannot be made, is a file or holds something")
  func unusableFolder() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try files.write(Self.leak, to: "in/draft.txt")
    try files.write("kept", to: "file")
    try files.write("{}", to: "used/expunge-redaction.json")
    try files.write("kept", to: "mine/draft.txt")
    for (folder, word) in [
      ("file/out", "cannot be made"), ("file", "is a file"), ("used", "holds something"),
      ("mine", "holds something"),
    ] {
      let outcome = try Command.expunge(
        ["redact", draft.path, "--output", files.url(folder).path])
      #expect(outcome.status == 2)
      #expect(outcome.errorText.contains(word), "\(outcome.errorText)")
    }
    #expect(try String(contentsOf: files.url("mine/draft.txt"), encoding: .utf8) == "kept")
    #expect(
      files.contents() == [
        "file", "in", "in/draft.txt", "mine", "mine/draft.txt", "used",
        "used/expunge-redaction.json",
      ])
  }

  @Test("no argument leads a copy out of the output folder, and no two copies meet")
  func names() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.leak, to: "work/deep/draft.txt")
    try files.write(Self.leak, to: "work/here/draft.txt")
    try files.write(Self.leak, to: "b/Draft.txt")
    try files.write(Self.leak, to: "b/DRAFT.txt")
    try files.write(Self.leak, to: "b/expunge-redaction.json")
    let outcome = try Command.expunge(
      [
        "redact", "..", "../../b/Draft.txt", "../../b/DRAFT.txt", "../../b/expunge-redaction.json",
        "--output", "../../out",
      ], in: files.url("work/here"))
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    #expect(
      files.contents(of: "out") == [
        "b", "b/DRAFT_2.txt", "b/Draft.txt", "b/expunge-redaction.json", "deep", "deep/draft.txt",
        "expunge-redaction.json", "here", "here/draft.txt",
      ])
    let above = files.contents().filter { !$0.contains("/") }
    #expect(above == ["b", "out", "work"])
  }

  @Test(
    "closed standard streams: nothing meant for a person is written into a copy",
    arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
  func closedStreams(redirection: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let draft = try files.write(Self.leak, to: "in/draft.txt")
    let page = try files.write("<!doctype html><p>Mrs Quonberry rang.\n", to: "in/page.html")
    let unread = try files.write("", to: "in/unread.txt")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "exec \"$0\" redact \"$@\" \(redirection)", Command.program("expunge").path,
        draft.path, page.path, unread.path, "--output", files.url("out").path,
      ])
    #expect(outcome.status == 3)
    #expect(
      try String(contentsOf: files.url("out/draft.txt"), encoding: .utf8)
        == "Mrs [NAME 1] rang on [PHONE 1].\n")
    #expect(
      try String(contentsOf: files.url("out/page.html"), encoding: .utf8)
        == "<!doctype html><p>Mrs [NAME 1] rang.\n")
    let manifest = try Data(contentsOf: files.url("out/expunge-redaction.json"))
    #expect(try JSONSerialization.jsonObject(with: manifest) is [String: Any])
  }
}
