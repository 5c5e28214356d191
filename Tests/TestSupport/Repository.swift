package import Foundation

/// A git repository of its own, gone with `remove`.
package struct Repository {
  package let files: Command.Scratch

  package var folder: URL { files.folder }

  package init() throws {
    files = try Command.Scratch()
    try git(["init", "--quiet", "--initial-branch=main"])
  }

  package func remove() { files.remove() }

  package func write(_ text: String, to name: String) throws { try files.write(text, to: name) }

  /// Stages everything.
  package func add() throws { try git(["add", "--all"]) }

  package func commit() throws {
    try add()
    try git(["commit", "--quiet", "--allow-empty", "--message=change"])
  }

  @discardableResult
  package func git(_ arguments: [String]) throws -> Command.Outcome {
    try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["git"] + arguments,
      environment: [
        "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@mail.example", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@mail.example", "GIT_ALLOW_PROTOCOL": "file",
      ], in: folder)
  }

  /// Runs `expunge` in it, or in a folder of it.
  package func expunge(
    _ arguments: [String], in name: String = "", environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try Command.expunge(
      arguments, environment: environment, in: name.isEmpty ? folder : files.url(name))
  }
}
