/// What the process says to the program that called it: a contract.
package enum ExitCode: Int32, Sendable {
  /// Nothing blocking; every copy proved; done.
  case clean = 0
  /// Blocking findings; a copy that could not be proved; a requirement or an example that failed.
  case blocked = 1
  /// Usage or configuration.
  case usage = 2
  /// Something unread or capped; outranks `blocked`.
  case incomplete = 3
  case interrupted = 130
  case terminated = 143
}
