import ExpungeFiles
import ExpungeReporting
import Glibc

/// Standard output of one command: buffered, and silent when its reader has gone.
final class CommandOutput {
  private var output = StandardOutput()

  func write(_ text: String) throws { try output.write(text) }

  /// Writes text that is not ours, such as a pack's, so that a terminal or a pipeline takes no line of
  /// it for more than words.
  func write(lines text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.logLine(TerminalText.escape(String($0))) }
    try output.write(lines.joined(separator: "\n"))
  }

  func write(_ bytes: [UInt8]) throws { try output.write(bytes) }

  func finish() throws { try output.flush() }
}
