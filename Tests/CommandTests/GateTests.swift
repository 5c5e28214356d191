import Foundation
import TestSupport
import Testing

/// The gate of a pipeline: git's own content, the root's policy, one verdict.
@Suite("expunge gate")
struct GateTests {
  private static let leak = "Mrs X complained. Her neighbour is Mrs Pemberton.\n"
  private static let clean = "Mrs X complained about the council.\n"

  @Test("the next commit is judged as it is staged, not as the folder is")
  func staged() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(Self.clean, to: "decisions/a.txt")
    try repository.commit()
    try repository.write(Self.leak, to: "decisions/b.txt")
    #expect(try repository.expunge(["gate", "--staged"]).status == 0)
    try repository.add()
    try repository.write(Self.clean, to: "decisions/b.txt")
    let outcome = try repository.expunge(["gate", "--staged"])
    #expect(outcome.status == 1, "\(outcome.errorText)")
    #expect(outcome.text.contains("decisions/b.txt"))
    #expect(!outcome.text.contains("decisions/a.txt"))
    #expect(!outcome.text.contains("Pemberton"))
    #expect(try repository.expunge(["gate", "--staged"], in: "decisions").status == 1)
    #expect(try repository.expunge(["gate", "--staged", "other.txt"]).status == 0)
    try repository.add()
    #expect(try repository.expunge(["gate", "--staged"]).status == 0)
  }

  @Test("the first commit of a repository is judged, too")
  func unborn() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(Self.leak, to: "a.txt")
    try repository.add()
    #expect(try repository.expunge(["gate", "--staged"]).status == 1)
  }

  @Test("since a revision, only what the branch brought is judged")
  func since() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(Self.leak, to: "old.txt")
    try repository.commit()
    try repository.git(["checkout", "--quiet", "-b", "new"])
    try repository.write(Self.clean, to: "new.txt")
    try repository.commit()
    #expect(try repository.expunge(["gate", "--since", "main"]).status == 0)
    try repository.write(Self.leak, to: "decisions/new 2.txt")
    try repository.commit()
    let outcome = try repository.expunge(["gate", "--since", "main"])
    #expect(outcome.status == 1)
    #expect(!outcome.text.contains("old.txt"))
    #expect(try repository.expunge(["gate", "--since", "main", "new.txt"]).status == 0)
  }

  @Test("a revision that is not here ends with 2 and says what to do")
  func unknownRevision() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(Self.clean, to: "a.txt")
    try repository.commit()
    try repository.commit()
    for revision in ["nowhere", "--output=x", "HEAD:a.txt"] {
      let outcome = try repository.expunge(["gate", "--since=\(revision)"])
      #expect(outcome.status == 2)
      #expect(outcome.errorText.contains("names no commit of this repository; fetch it"))
    }
    let clone = try Repository()
    defer { clone.remove() }
    try clone.git([
      "clone", "--quiet", "--depth=1", "file://\(repository.folder.path)", "shallow",
    ])
    let outcome = try clone.expunge(["gate", "--since", "HEAD~1"], in: "shallow")
    #expect(outcome.status == 2)
    #expect(outcome.errorText.contains("this clone is shallow"))
  }

  @Test("outside a repository, and without git, it says so")
  func noRepository() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.leak, to: "a.txt")
    let ceiling = ["GIT_CEILING_DIRECTORIES": files.folder.deletingLastPathComponent().path]
    let outcome = try Command.expunge(
      ["gate", "--staged"], environment: ceiling, in: files.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorText.contains("need a repository"))
    #expect(
      try Command.expunge(["gate", "a.txt"], environment: ceiling, in: files.folder).status == 1)
    let gitless = try Command.expunge(
      ["gate", "--staged"], environment: ["PATH": "/nonexistent"], in: files.folder)
    #expect(gitless.status == 2)
    #expect(gitless.errorText.contains("git cannot be run here"))
    #expect(try Command.expunge(["gate"], in: files.folder).status == 2)
    #expect(try Command.expunge(["gate", "--staged", "--since=x"], in: files.folder).status == 2)
  }

  @Test("pointers of LFS, submodules and conflicts are unread, links are listed")
  func unread() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(Self.clean, to: "a.txt")
    try repository.commit()
    try repository.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 5\n",
      to: "pointer.txt")
    try repository.add()
    let pointer = try repository.expunge(["gate", "--staged"])
    #expect(pointer.status == 3)
    #expect(pointer.text.contains("pointer of Git LFS"))
    try repository.git(["reset", "--quiet", "--hard"])
    try FileManager.default.createSymbolicLink(
      atPath: repository.files.url("link.txt").path, withDestinationPath: "a.txt")
    try repository.add()
    let link = try repository.expunge(["gate", "--staged"])
    #expect(link.status == 0)
    #expect(link.text.contains("a symbolic link"))
    try repository.git(["reset", "--quiet", "--hard"])
    try repository.git([
      "update-index", "--add", "--cacheinfo", "160000,\(String(repeating: "1", count: 40)),module",
    ])
    let module = try repository.expunge(["gate", "--staged"])
    #expect(module.status == 3)
    #expect(module.text.contains("submodule"))
  }

  @Test("versions in conflict are unread")
  func conflict() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(Self.clean, to: "a.txt")
    try repository.commit()
    try repository.git(["checkout", "--quiet", "-b", "other"])
    try repository.write("Mr Y complained.\n", to: "a.txt")
    try repository.commit()
    try repository.git(["checkout", "--quiet", "main"])
    try repository.write("Ms Z complained.\n", to: "a.txt")
    try repository.commit()
    try repository.git(["merge", "--quiet", "other"])
    let outcome = try repository.expunge(["gate", "--staged"])
    #expect(outcome.status == 3, "\(outcome.text)\(outcome.errorText)")
    #expect(outcome.text.contains("in conflict"))
  }

  @Test("nothing that the repository configures is run")
  func runsNothing() throws {
    let repository = try Repository()
    defer { repository.remove() }
    let script = try repository.files.write(
      "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\ncat\n", to: ".git/run.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: script.path)
    for name in [
      "core.fsmonitor", "diff.external", "filter.x.smudge", "filter.x.clean", "diff.x.textconv",
    ] {
      try repository.git(["config", name, script.path])
    }
    try repository.write("*.txt filter=x diff=x\n", to: ".gitattributes")
    try repository.write(Self.leak, to: "a.txt")
    try repository.add()
    try? FileManager.default.removeItem(at: repository.files.url(".git/ran"))
    #expect(try repository.expunge(["gate", "--staged"]).status == 1)
    #expect(!FileManager.default.fileExists(atPath: repository.files.url(".git/ran").path))
  }

  @Test("only the root's settings count, and what they leave out is listed")
  func policy() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write("exclude: [archive]\n", to: ".expunge.yaml")
    try repository.write("exclude: ['*']\n", to: "decisions/.expunge.yaml")
    try repository.write(Self.leak, to: "decisions/a.txt")
    try repository.write(Self.leak, to: "archive/b.txt")
    try repository.add()
    for arguments in [["gate", "--staged"], ["gate", "."]] {
      let outcome = try repository.expunge(
        arguments, in: arguments == ["gate", "."] ? "" : "decisions")
      #expect(outcome.status == 1, "\(outcome.errorText)")
      #expect(outcome.text.contains("in 1 of"))
      #expect(outcome.text.contains("the settings leave it out"))
    }
  }

  @Test("a marker cannot waive what is critical at the gate")
  func markers() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write(
      "Mrs Pemberton rang. [expunge: allow people/title-and-name; reason: r; approver: a]\n",
      to: "a.txt")
    #expect(try repository.expunge(["scan", "a.txt"]).status == 0)
    #expect(try repository.expunge(["gate", "a.txt"]).status == 1)
  }
}
