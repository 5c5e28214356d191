import Foundation
import TestSupport
import Testing

/// What other programs run: the hook of pre-commit and the script of the GitHub action.
@Suite("Hooks and actions")
struct PipelineTests {
  private static let programs = Command.program("expunge").deletingLastPathComponent().path
  private static let path =
    "\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"

  /// The lines under `run: |`, as the runner gets them.
  private static let script: String = {
    let action =
      (try? String(contentsOf: Command.root.appendingPathComponent("action.yml"), encoding: .utf8))
      ?? ""
    let lines = action.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.trimmingCharacters(in: .whitespaces) != "run: |" }.dropFirst()
    return lines.map { $0.dropFirst(8) }.joined(separator: "\n")
  }()

  private func action(
    _ inputs: [String: String], in repository: Repository
  ) throws -> Command.Outcome {
    var environment = ["PATH": Self.path, "INPUT_EXPUNGE": "expunge"]
    for name in ["PATHS", "SINCE", "PROFILE"] {
      environment["INPUT_\(name)"] = inputs[name] ?? ""
    }
    return try Command.run(
      URL(fileURLWithPath: "/bin/bash"),
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", Self.script],
      environment: environment, in: repository.folder)
  }

  @Test("the action passes what is clean, refuses what leaks, and takes names as names")
  func action() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.write("Mrs X complained.\n", to: "a b.txt")
    try repository.commit()
    try repository.git(["checkout", "--quiet", "-b", "new"])
    try repository.write("Mrs Pemberton complained.\n", to: "--profile=strict.txt")
    try repository.commit()
    #expect(try action(["PATHS": "a b.txt\n"], in: repository).status == 0)
    #expect(try action(["PATHS": "a b.txt\n--profile=strict.txt\n"], in: repository).status == 1)
    #expect(try action(["SINCE": "main"], in: repository).status == 1)
    #expect(try action(["SINCE": "HEAD", "PROFILE": "tribunal"], in: repository).status == 0)
    #expect(try action(["SINCE": "HEAD", "PROFILE": "nobody's"], in: repository).status == 2)
    #expect(try action([:], in: repository).status == 2)
  }

  private static let hasPreCommit: Bool = {
    let outcome = try? Command.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["pre-commit", "--version"])
    return outcome?.status == 0
  }()

  @Test(
    "the real pre-commit runs the hook, and refuses a commit that leaks",
    .enabled(if: hasPreCommit, "pre-commit is not installed"))
  func preCommit() throws {
    let hooks = try Repository()
    let repository = try Repository()
    defer {
      hooks.remove()
      repository.remove()
    }
    try hooks.files.write(
      try Data(contentsOf: Command.root.appendingPathComponent(".pre-commit-hooks.yaml")),
      to: ".pre-commit-hooks.yaml")
    try hooks.commit()
    func hook() throws -> Command.Outcome {
      try repository.add()
      return try Command.run(
        URL(fileURLWithPath: "/usr/bin/env"),
        ["pre-commit", "try-repo", hooks.folder.path, "expunge", "--color=never"],
        environment: [
          "PATH": Self.path, "HOME": repository.folder.path, "GIT_CONFIG_NOSYSTEM": "1",
          "PRE_COMMIT_HOME": hooks.files.url("cache").path,
        ], in: repository.folder)
    }
    try repository.write("Mrs X complained.\n", to: "a.txt")
    let clean = try hook()
    #expect(clean.status == 0, "\(clean.text)\(clean.errorText)")
    try repository.write("Mrs Pemberton complained.\n", to: "b.txt")
    let leaking = try hook()
    #expect(leaking.status == 1)
    #expect(leaking.text.contains("FAIL: 1 finding blocks publication"))
    #expect(!leaking.text.contains("Pemberton"))
  }
}
