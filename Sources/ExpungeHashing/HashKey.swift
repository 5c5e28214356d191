import CSodium

/// A secret that makes a hash useless to anybody who only guesses values.
///
/// Its description and its mirror hold no byte of it, so that it reaches no log.
package struct HashKey: Sendable {
  /// Bytes a key may have.
  package static let lengths = 16...64

  let bytes: [UInt8]

  /// Nil when the key is not of 16 to 64 bytes.
  package init?(bytes: [UInt8]) {
    guard Self.lengths.contains(bytes.count) else { return nil }
    self.bytes = bytes
  }
}

extension HashKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "a secret key" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Bytes that nobody can foretell, from the system.
package enum RandomBytes {
  package static func make(_ count: Int) -> [UInt8] {
    Sodium.prepare()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }
}
