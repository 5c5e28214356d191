import Foundation

/// Runs the machine's git, for plumbing alone: no hook, filter, pager, external diff or network.
struct GitProgram: Sendable {
  /// The folder in which it runs.
  let folder: String

  /// What a command printed, and its exit code. Its error output may quote paths and is dropped.
  struct Answer: Sendable {
    let code: Int32
    let output: [UInt8]

    /// The first line.
    var line: String {
      String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    }
  }

  /// - Throws: `ConfigurationError` when there is no git to run.
  func run(_ arguments: [String]) throws(ConfigurationError) -> Answer {
    let (code, output) = try start(arguments, isAsked: false).finish()
    return Answer(code: code, output: output)
  }

  /// Starts a command; one that is asked answers as it goes.
  ///
  /// - Throws: `ConfigurationError` when there is no git to run.
  func start(_ arguments: [String], isAsked: Bool) throws(ConfigurationError) -> ChildProcess {
    guard
      let process = ChildProcess(
        ["git"] + Self.quiet + arguments, environment: Self.environment, folder: folder,
        isAsked: isAsked)
    else { throw Self.missing }
    return process
  }

  private static let missing = ConfigurationError(
    "git cannot be run here: install it, or leave out --since and --staged")

  /// What could make git run a program of the repository's choice.
  private static let quiet = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    "--no-pager", "--literal-pathspecs",
  ]

  private static var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var environment = [
      "LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1",
      "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
    ]
    // A commit of some files alone has an index of its own, and hooks are told where it is.
    for name in [
      "PATH", "HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES",
      "GIT_CONFIG_COUNT",
    ] {
      environment[name] = own[name]
    }
    for (name, value) in own where name.hasPrefix("GIT_CONFIG_") { environment[name] = value }
    return environment
  }
}
