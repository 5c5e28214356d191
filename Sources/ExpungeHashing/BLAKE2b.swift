import CSodium

/// BLAKE2b, with or without a key: what the identifiers of findings and files are made of (RFC 7693).
package struct BLAKE2b: ~Copyable {
  /// How long the digest is.
  package enum Length: Int, Sendable {
    case bits128 = 16
    case bits256 = 32
  }

  private let state: HashState
  private let length: Length

  /// - Parameter key: makes the digest useless to anybody who only guesses values.
  package init(_ length: Length, key: HashKey? = nil) {
    self.length = length
    state = HashState(byteCount: crypto_generichash_statebytes())
    let key = key?.bytes ?? []
    let status = key.withUnsafeBufferPointer {
      crypto_generichash_init(Self.typed(state), $0.baseAddress, $0.count, length.rawValue)
    }
    precondition(status == 0, "lengths of keys and digests are fixed by their types")
  }

  /// Adds bytes; however they are cut up, the digest is the same. O(n).
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_generichash_update(
      Self.typed(state), bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
  }

  /// Adds bytes; however they are cut up, the digest is the same. O(n).
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The digest of what was added and some more, which is not kept.
  package borrowing func digest(adding bytes: [UInt8]) -> Digest {
    let copy = BLAKE2b(length, state: state.copy())
    bytes.withUnsafeBufferPointer {
      _ = crypto_generichash_update(Self.typed(copy.state), $0.baseAddress, UInt64($0.count))
    }
    return copy.finish()
  }

  private init(_ length: Length, state: consuming HashState) {
    self.length = length
    self.state = state
  }

  package consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: length.rawValue)
    crypto_generichash_final(Self.typed(state), &bytes, length.rawValue)
    return Digest(bytes: bytes)
  }

  /// Of bytes that are all there.
  package static func digest(
    of bytes: [UInt8], _ length: Length, key: HashKey? = nil
  ) -> Digest {
    var hash = BLAKE2b(length, key: key)
    hash.update(bytes)
    return hash.finish()
  }

  // The state type is opaque in the header, so that Swift sees its pointers as opaque, too.
  private static func typed(_ state: borrowing HashState) -> OpaquePointer {
    OpaquePointer(state.pointer)
  }
}
