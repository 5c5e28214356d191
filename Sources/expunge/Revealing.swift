import ExpungeJudgement
import ExpungeWorkflows
import Foundation
import Glibc

/// Decides whether values may be shown: only to the person who asked, never in a log.
enum Revealing {
  /// - Parameter option: what asks for it, as errors call it.
  /// - Throws: `ConfigurationError` under CI, and when standard output is a file that others can read.
  static func permission(asked: Bool, by option: String = "--reveal") throws -> Reveal? {
    guard asked else { return nil }
    let environment = ProcessInfo.processInfo.environment
    if let value = environment["CI"], !value.isEmpty, value != "false" {
      throw ConfigurationError(
        "\(option) is refused under CI, because logs are kept and shared: run it on your own machine"
      )
    }
    var status = stat()
    guard fstat(STDOUT_FILENO, &status) == 0 else { return Reveal() }
    if status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 {
      throw ConfigurationError(
        "\(option) is refused into a file that others can read: set its mode to 600 first (umask 077)"
      )
    }
    return Reveal()
  }
}
