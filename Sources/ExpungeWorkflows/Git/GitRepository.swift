import ExpungeFiles

/// A repository whose changes are examined as git holds them, never as the working folder does.
package struct GitRepository: Sendable {
  /// Which changes.
  package enum Selection: Sendable, Equatable {
    /// What the next commit would bring.
    case staged
    /// What the branch brought since it left this revision.
    case since(String)
  }

  /// The root of its files; absolute.
  package let root: String
  let git: GitProgram

  /// The repository that holds a folder; nil when none does.
  ///
  /// - Throws: `ConfigurationError` when there is no git to run.
  package static func holding(_ folder: String) throws(ConfigurationError) -> GitRepository? {
    let answer = try GitProgram(folder: folder).run(["rev-parse", "--show-toplevel"])
    guard answer.code == 0, !answer.line.isEmpty else { return nil }
    return GitRepository(root: answer.line, git: GitProgram(folder: answer.line))
  }

  /// The files that changed, by path in byte order.
  ///
  /// - Parameter paths: absolute paths to which it is limited; none for everything.
  /// - Throws: `ConfigurationError` when the revision is unknown or its history is not here.
  package func changes(
    _ selection: Selection, below paths: [String]
  ) throws(ConfigurationError) -> [GitChange] {
    var arguments: [String]
    switch selection {
    case .staged:
      arguments = ["diff-index", "--cached", "--raw", "-z", "--no-renames", "--full-index"]
      arguments.append(try head())
    case .since(let revision):
      arguments = ["diff-tree", "-r", "--raw", "-z", "--no-renames", "--full-index"]
      arguments += [try base(of: revision), "HEAD"]
    }
    arguments.append("--")
    for path in paths {
      guard let relative = PathText.relative(path, to: root) else {
        throw ConfigurationError(
          "a path to examine lies outside the repository: name one inside it")
      }
      if relative != "." { arguments.append(relative) }
    }
    let answer = try git.run(arguments)
    guard answer.code == 0, let changes = GitChange.parse(answer.output) else {
      throw ConfigurationError("git could not list what changed: try git status here")
    }
    return changes.sorted { $0.path < $1.path }
  }

  /// The last commit, or the empty tree before the first.
  private func head() throws(ConfigurationError) -> String {
    let answer = try git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    if answer.code == 0 { return answer.line }
    return try git.run(["hash-object", "-t", "tree", "/dev/null"]).line
  }

  /// The commit at which the branch left a revision.
  private func base(of revision: String) throws(ConfigurationError) -> String {
    let commit = try git.run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
    ])
    let isShallow = try git.run(["rev-parse", "--is-shallow-repository"]).line == "true"
    let advice =
      isShallow
      ? "this clone is shallow: fetch its whole history (fetch-depth: 0) and run again"
      : "fetch it, or name another"
    guard commit.code == 0 else {
      throw ConfigurationError("--since names no commit of this repository; \(advice)")
    }
    let base = try git.run(["merge-base", commit.line, "HEAD"])
    guard base.code == 0 else {
      throw ConfigurationError(
        "this branch and the commit of --since have no common past; \(advice)")
    }
    return base.line
  }
}
