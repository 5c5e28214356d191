import ExpungeReporting
import Foundation
import Glibc

/// What the terminal at the other end can show.
enum Terminal {
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a line can be drawn over again: a dumb terminal keeps every one of them.
  static var redraws: Bool { isError && !isDumb(ProcessInfo.processInfo.environment) }

  private static func isDumb(_ environment: [String: String]) -> Bool {
    environment["TERM"].map { $0 == "dumb" || $0.isEmpty } ?? true
  }

  /// Colour only on a terminal that has it, and never when `NO_COLOR` is set.
  static var style: Style {
    let environment = ProcessInfo.processInfo.environment
    let refusesColour = !(environment["NO_COLOR"] ?? "").isEmpty
    return Style(
      colour: isOutput && !isDumb(environment) && !refusesColour, width: width(of: STDOUT_FILENO),
      unicode: usesUnicode(environment))
  }

  static var errorWidth: Int { width(of: STDERR_FILENO) }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(Int(size.ws_col), 120)
  }

  /// A pipe or a file gets UTF-8; a terminal what its locale can show.
  private static func usesUnicode(_ environment: [String: String]) -> Bool {
    guard isOutput else { return true }
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.lowercased().contains("utf")
    }
    return false
  }
}
