import CSodium
import Glibc

/// Memory for secrets: never swapped out, never dumped, erased when it is let go.
///
/// It is filled once and then only read; guard pages stand on both sides of it.
package final class LockedBytes: Sendable {
  // Written by the initialisers alone, before anybody else can hold the object; read-only afterwards,
  // which the memory's protection enforces.
  nonisolated(unsafe) private let base: UnsafeMutableRawPointer
  package let count: Int

  /// Reads a descriptor to its end straight into locked memory.
  ///
  /// - Parameter limit: the most bytes to read.
  /// - Throws: `LockedMemoryError`.
  package init(reading descriptor: Int32, limit: Int) throws(LockedMemoryError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    guard !isFile || status.st_size <= limit else { throw .tooLong }
    let limit = isFile ? Int(status.st_size) : limit
    let base = try LockedBytes.memory(limit + 1)
    var filled = 0
    var failure: LockedMemoryError?
    while filled <= limit {
      let got = Glibc.read(descriptor, base + filled, limit + 1 - filled)
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = .unreadable }
      if got <= 0 { break }
      filled += got
    }
    if filled > limit { failure = .tooLong }
    if let failure {
      sodium_free(base)
      throw failure
    }
    sodium_mprotect_readonly(base)
    self.base = base
    count = filled
  }

  /// Locked memory filled by `body`, which returns how many bytes it used.
  ///
  /// - Throws: `LockedMemoryError` when no memory can be locked.
  package init(
    capacity: Int, filledBy body: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) throws(LockedMemoryError) {
    let base = try LockedBytes.memory(max(1, capacity))
    let used = body(
      UnsafeMutableBufferPointer(
        start: base.assumingMemoryBound(to: UInt8.self), count: max(1, capacity)))
    sodium_mprotect_readonly(base)
    self.base = base
    count = min(max(0, used), max(1, capacity))
  }

  deinit { sodium_free(base) }

  /// Lets `body` look at the bytes, which must not leave it.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count))
  }

  private static func memory(_ count: Int) throws(LockedMemoryError) -> UnsafeMutableRawPointer {
    Sodium.prepare()
    guard let base = sodium_malloc(count) else { throw .notLocked }
    // The library hands memory out whether it could be locked or not.
    guard sodium_mlock(base, count) == 0 else {
      sodium_free(base)
      throw .notLocked
    }
    memset(base, 0, count)
    return base
  }
}

extension LockedBytes: CustomStringConvertible, CustomReflectable {
  package nonisolated var description: String { "\(count) secret bytes" }
  package nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a secret cannot be held.
package enum LockedMemoryError: Error, Sendable {
  /// The system locks no more memory for this process.
  case notLocked
  case unreadable
  case tooLong
}
