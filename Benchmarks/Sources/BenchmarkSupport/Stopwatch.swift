import Glibc

/// Time that passes, from a clock that never steps.
package enum Stopwatch {
  /// Seconds that `work` takes.
  package static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let before = now()
    try work()
    return now() - before
  }

  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
