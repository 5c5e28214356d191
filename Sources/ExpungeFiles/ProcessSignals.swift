import CProcess
import Glibc

/// What the process does when it is told to stop.
package enum ProcessSignals {
  /// SIGINT, SIGHUP and SIGTERM remove unfinished files and end the process with 130, 129 and 143; a
  /// closed pipe and a file grown over its allowed size become errors of writing instead of signals.
  package static func install() throws(FileError) {
    guard expunge_signals_install() == 0 else { throw .last(.write, at: "the signal table") }
  }
}
