import CSodium

/// SHA-256, where a format or a reader's own tools ask for it (FIPS 180-4).
package struct SHA256: ~Copyable {
  private let state: HashState

  package init() {
    state = HashState(byteCount: crypto_hash_sha256_statebytes())
    crypto_hash_sha256_init(Self.typed(state))
  }

  /// Adds bytes; however they are cut up, the digest is the same. O(n).
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(
      Self.typed(state), bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
  }

  /// Adds bytes; however they are cut up, the digest is the same. O(n).
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  package consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(Self.typed(state), &bytes)
    return Digest(bytes: bytes)
  }

  /// Of bytes that are all there.
  package static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Of bytes that stand in others, in hexadecimal; none is copied.
  package static func hexadecimal(of bytes: ArraySlice<UInt8>) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish().hexadecimal
  }

  private static func typed(
    _ state: borrowing HashState
  ) -> UnsafeMutablePointer<crypto_hash_sha256_state> {
    state.pointer.assumingMemoryBound(to: crypto_hash_sha256_state.self)
  }
}
