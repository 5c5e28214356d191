import Glibc

/// Buffered output to a descriptor, the standard output unless told otherwise.
///
/// A pipe whose reader has gone is no error: what follows is dropped and the verdict still counts.
package struct StandardOutput: ~Copyable {
  package enum Outcome: Sendable { case complete, closedPipe }

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  package private(set) var outcome = Outcome.complete

  package init(descriptor: Int32 = STDOUT_FILENO, name: String = "standard output") {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(StandardOutput.capacity)
  }

  private static let capacity = 1 << 16

  package mutating func write(_ bytes: some Collection<UInt8>) throws(FileError) {
    guard outcome == .complete else { return }
    buffer += bytes
    if buffer.count >= StandardOutput.capacity { try flush() }
  }

  package mutating func write(_ text: String) throws(FileError) { try write(text.utf8) }

  /// Hands on what is buffered; call it before the process ends.
  package mutating func flush() throws(FileError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard outcome == .complete else { return }
    if let code = writeAll(buffer, to: descriptor) {
      guard code == EPIPE else {
        throw FileError(.write, FileError.Reason(errno: code), at: name)
      }
      outcome = .closedPipe
    }
  }
}

/// Waits where whoever shares a pipe or terminal with us has made it non-blocking; false with `errno`
/// when that cannot be waited for.
func waitUntilReady(_ descriptor: Int32, for event: Int32) -> Bool {
  var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  return Glibc.poll(&poll, 1, -1) >= 0 || errno == EINTR
}

/// Writes every byte; returns the `errno` that stopped it, or nil.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN, waitUntilReady(descriptor, for: POLLOUT) { continue }
        return errno
      }
      rest = rest.dropFirst(written)
    }
    return nil
  }
}
