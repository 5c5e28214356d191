import CSodium

/// libsodium, made ready once: it chooses its implementation for the processor at run time.
enum Sodium {
  /// - Precondition: the library can start; it fails only where the system has no randomness at all.
  static func prepare() { precondition(ready, "libsodium could not be started") }

  private static let ready = sodium_init() >= 0
}

/// Memory of a running hash: aligned as libsodium wants it, erased when it is let go.
struct HashState: ~Copyable {
  let pointer: UnsafeMutableRawPointer
  private let count: Int

  init(byteCount: Int) {
    Sodium.prepare()
    count = byteCount
    pointer = .allocate(byteCount: byteCount, alignment: 64)
  }

  borrowing func copy() -> HashState {
    let copy = HashState(byteCount: count)
    copy.pointer.copyMemory(from: pointer, byteCount: count)
    return copy
  }

  deinit {
    sodium_memzero(pointer, count)
    pointer.deallocate()
  }
}
