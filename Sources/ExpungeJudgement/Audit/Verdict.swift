/// The answer of a run, and the exit code that says it: 3 outranks 1.
package struct Verdict: Sendable, Equatable {
  package var blocking: Int
  /// Documents in which something is unread or capped.
  package var incomplete: Int

  package init(blocking: Int, incomplete: Int) {
    self.blocking = blocking
    self.incomplete = incomplete
  }

  package var exitCode: Int32 {
    if incomplete > 0 { return 3 }
    return blocking > 0 ? 1 : 0
  }
}
