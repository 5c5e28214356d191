import Glibc

/// Time, from clocks that never step.
package enum Stopwatch {
  /// Seconds of the processor that `work` takes of this process: other work on the machine is not
  /// among them.
  package static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let before = time(of: CLOCK_PROCESS_CPUTIME_ID)
    try work()
    return time(of: CLOCK_PROCESS_CPUTIME_ID) - before
  }

  /// Seconds that pass.
  package static func now() -> Double { time(of: CLOCK_MONOTONIC) }

  private static func time(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
