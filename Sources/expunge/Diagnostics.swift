import ExpungeReporting
import ExpungeWorkflows
import Glibc

/// What goes to standard error: never a value of a document.
enum Diagnostics {
  static func print(_ sentence: String) { write("expunge: \(shown(sentence))\n") }

  /// For sentences made of our own words alone: no path, no argument.
  static func note(_ sentence: String) { write("expunge: \(sentence)\n") }

  /// Says which rules of a folder slow every document down. A rule's identifier is no path: reports
  /// show it, too.
  static func warn(ofSlowRulesIn engine: AuditEngine) {
    for rule in engine.slowRules {
      note(
        "the rule \(rule) is searched for in the whole of every text, which is slow; "
          + "expunge patterns lint says why")
    }
  }

  /// Safe to print, on one line; with what leaks in a file's name masked, except before the eyes of
  /// the person who typed it or who asked for names as they are.
  static func shown(_ sentence: String) -> String {
    TerminalText.escape(showsRealPaths ? sentence : MaskedSentence.of(sentence))
  }

  /// Read from the bare arguments: a sentence may be about arguments that could not be parsed.
  private static var showsRealPaths: Bool {
    let arguments = CommandLine.arguments
    return Terminal.isError || arguments.contains("--paths=real")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--paths" && $1 == "real" }
  }

  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let written = bytes[position...].withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      // Nobody is left to tell when standard error itself cannot be written.
      guard written > 0 else { return }
      position += written
    }
  }
}
