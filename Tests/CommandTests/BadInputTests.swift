import Foundation
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// One sentence on one line, without the value that the test planted.
  private func expectSentence(_ outcome: Command.Outcome, status: Int32, mentions word: String) {
    #expect(outcome.status == status, "\(outcome.text) \(outcome.errorText)")
    #expect(!outcome.isSignalled)
    let said = outcome.text + outcome.errorText
    #expect(said.contains(word), "\(said)")
    #expect(!said.contains("Fatal error"))
  }

  @Test("no such file")
  func absent() throws {
    let outcome = try Command.expunge(["scan", "/nowhere/at/all.txt"])
    expectSentence(outcome, status: 2, mentions: "no such file")
    #expect(outcome.errorText.split(separator: "\n").count == 1)
  }

  @Test("a folder without texts")
  func emptyFolder() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    expectSentence(
      try Command.expunge(["scan", files.folder.path]), status: 3, mentions: "holds no text")
  }

  @Test(
    "bytes that are no text",
    arguments: [
      ("empty.txt", [UInt8](), "empty"),
      ("binary.txt", [0x00, 0x01, 0x02, 0xFF, 0x00, 0x10], "binary"),
      ("latin.txt", Array("Caf\u{E9}".unicodeScalars.map { UInt8($0.value) }), "UTF-8"),
      ("truncated.txt", [0x41, 0xE2, 0x80], "UTF-8"),
      ("paper.pdf", Array("%PDF-1.7\n".utf8), "PDF"),
    ])
  func notText(name: String, bytes: [UInt8], word: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write(Data(bytes), to: name)
    expectSentence(try Command.expunge(["scan", file.path]), status: 3, mentions: word)
  }

  @Test("a file that was not read is called by its number unless its name is harmless")
  func unreadNames() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("%PDF-1.7\n", to: "in/Final decision 2.pdf")
    try files.write("%PDF-1.7\n", to: "in/Quonberry.pdf")
    try files.write("\u{89}PNG", to: "in/quonberry.png")
    for arguments in [
      ["scan"], ["scan", "--format", "json"], ["redact", "--output", files.url("out").path],
    ] {
      let outcome = try Command.expunge(arguments + ["in"], in: files.folder)
      #expect(outcome.status == 3)
      let said = outcome.text + outcome.errorText
      #expect(!said.lowercased().contains("quonberry"), "\(said)")
      #expect(
        said.contains("in/[file 2].pdf") && said.contains("in/Final decision 2.pdf"), "\(said)")
    }
    let real = try Command.expunge(["scan", "--paths", "real", "in"], in: files.folder)
    #expect(real.text.contains("in/Quonberry.pdf"))
  }

  @Test("labelled documents that are none", arguments: ["", "\n", "[]\n", "{\"id\": 1}\n"])
  func gold(text: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write(text, to: "gold.jsonl")
    expectSentence(try Command.expunge(["evaluate", file.path]), status: 2, mentions: "gold.jsonl")
  }

  @Test("no permission")
  func permission() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write("Mrs X.", to: "closed.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    expectSentence(try scanAsNobody(file.path, in: files), status: 3, mentions: "permission denied")
  }

  /// Root may read everything, so it runs as nobody.
  private func scanAsNobody(
    _ path: String, in files: Command.Scratch
  ) throws -> Command.Outcome {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: files.folder.path)
    return try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", getuid() == 0 ? "exec setpriv --reuid=65534 --clear-groups \"$@\"" : "exec \"$@\"",
        "sh", Command.program("expunge").path, "scan", path,
      ], in: files.folder)
  }

  @Test("a link that leads back to its folder is listed, not followed")
  func loop() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs X complained.", to: "a/one.txt")
    try FileManager.default.createSymbolicLink(
      at: files.url("a/back"), withDestinationURL: files.folder)
    let outcome = try Command.expunge(["scan", files.folder.path])
    expectSentence(outcome, status: 0, mentions: "link")
  }

  @Test(
    "options that cannot be used",
    arguments: [
      (["scan", "--fail-on", "awful", "x"], "severity"),
      (["scan", "--profile", "nobody", "x"], "profile"),
      (["scan", "--only", "magic", "x"], "magic"), (["scan", "--at", "2026-13-01", "x"], "date"),
      (["scan", "--jobs", "0", "x"], "jobs"), (["scan", "--unknown", "x"], "unknown"),
      (["scan"], "paths"), (["explain", "x"], "Name either"),
      (["scan", "--patterns", "/nowhere", "x"], "folder"),
    ])
  func options(arguments: [String], word: String) throws {
    expectSentence(try Command.expunge(arguments), status: 2, mentions: word)
  }

  @Test(
    "a broken pack is refused with file, line and column",
    arguments: [
      ("pack: mine\nversion: 1.0.0\ntitle: T\ndescription: D\nrules: []\n", "rules"),
      (
        """
        pack: mine
        version: 1.0.0
        title: T
        description: D
        rules:
          - name: one
            titel: Wrong key
        """, ":7:5"
      ),
    ])
  func brokenPack(yaml: String, word: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(yaml, to: "mine.yaml")
    let outcome = try Command.expunge(
      ["scan", "--patterns", files.folder.path, "-"], input: Data("text".utf8))
    expectSentence(outcome, status: 2, mentions: word)
    #expect(outcome.errorText.contains("mine.yaml:"))
  }

  @Test("a rule that the engine cannot index is named, and still finds")
  func slowRule() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      """
      pack: mine
      version: 1.0.0
      title: T
      description: D
      rules:
        - name: one
          title: One
          class: D08
          label: REFERENCE
          severity: critical
          confidence: 90
          pattern: '\\bZQ(?(?=8)8|9)[0-9]{4}\\b'
          rationale: R
          source: S
          finds: ['a ↓ZQ81234↑', 'b ↓ZQ91234↑', 'c ↓ZQ81239↑']
          leaves: ['ZQ', 'ZQ7', 'c']
      """, to: "packs/mine.yaml")
    let packs = files.url("packs").path
    let outcome = try Command.expunge(
      ["scan", "--patterns", packs, "-"], input: Data("See ZQ81234.".utf8))
    #expect(outcome.status == 1, "\(outcome.errorText)")
    #expect(
      outcome.errorText == """
        expunge: the rule mine/one is searched for in the whole of every text, which is slow; \
        expunge patterns lint says why

        """)
    let lint = try Command.expunge(["patterns", "lint", packs])
    #expect(lint.text.contains("mine/one: the engine does not understand this"), "\(lint.text)")
  }

  @Test("every mistake of a pack is a line of its own")
  func brokenPackLines() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let rule = """
      \n  - name: one
          title: One
          class: D01
          label: PERSON
          severity: high
          confidence: 50
          pattern: '(a+)+b'
          rationale: R
          source: S
          finds: ['a ↓aab↑', 'b ↓aab↑', 'c ↓aab↑']
          leaves: ['a', 'b', 'c']
      """
    try files.write(
      "pack: mine\nversion: 1.0.0\ntitle: T\ndescription: D\nrules:" + rule + rule, to: "a.yaml")
    let outcome = try Command.expunge(
      ["scan", "--patterns", files.folder.path, "-"], input: Data())
    #expect(outcome.status == 2)
    let lines = outcome.errorText.split(separator: "\n")
    #expect(lines.count >= 2, "\(outcome.errorText)")
    #expect(lines.allSatisfy { $0.hasPrefix("expunge: ") && !$0.contains("\\n") })
    #expect(outcome.errorText.contains("stands already at"))
  }

  @Test("a folder that cannot be listed is called by its name, and unread")
  func closedFolder() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs X.", to: "letters/a.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: files.url("letters").path)
    let outcome = try scanAsNobody("letters", in: files)
    #expect(outcome.status == 3, "\(outcome.errorText)")
    #expect(outcome.text.contains("── letters ─"), "\(outcome.text)")
    #expect(outcome.text.contains("the folder cannot be listed: permission denied"))
  }

  @Test("the names of settings can be read in errors")
  func settings() throws {
    let outcome = try Command.expunge(["scan", "-"], environment: ["EXPUNGE_KEY": "short"])
    expectSentence(outcome, status: 2, mentions: "EXPUNGE_KEY holds no key")
  }

  @Test("a full disk behind the help")
  func fullDiskForHelp() throws {
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "\"$0\" --help >/dev/full", Command.program("expunge").path])
    expectSentence(outcome, status: 2, mentions: "disk is full")
  }

  @Test("a full disk behind standard output")
  func fullDisk() throws {
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "\"$0\" scan --format json \"$1\" >/dev/full", Command.program("expunge").path,
        ScanTests.draft,
      ])
    expectSentence(outcome, status: 2, mentions: "disk is full")
  }

  @Test("one word as long as a book takes no longer than its reading", .timeLimit(.minutes(1)))
  func longWord() throws {
    let text = String(repeating: "Quonberry", count: 40_000) + " lives here."
    let outcome = try Command.expunge(["scan", "-"], input: Data(text.utf8))
    #expect([0, 1].contains(outcome.status))
  }
}
