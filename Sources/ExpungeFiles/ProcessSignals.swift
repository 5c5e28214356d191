import CProcess
import Glibc

/// What the process does when it is told to stop.
package enum ProcessSignals {
  /// SIGINT and SIGTERM remove unfinished files and end the process with 130 and 143; a closed pipe
  /// becomes an error of writing instead of a signal.
  package static func install() throws(FileError) {
    guard expunge_signals_install() == 0 else { throw .last(.write, at: "the signal table") }
  }
}
