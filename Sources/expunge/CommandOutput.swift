import ExpungeFiles
import Glibc

/// Standard output of one command: buffered, and silent when its reader has gone.
final class CommandOutput {
  private var output = StandardOutput()

  func write(_ text: String) throws { try output.write(text) }

  func write(_ bytes: [UInt8]) throws { try output.write(bytes) }

  func finish() throws { try output.flush() }
}
