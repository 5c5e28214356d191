import CKernels

/// Bytes that the build wrote as a literal: six bits a character, from "0" on.
///
/// The alphabet is one run of ASCII, so that eight characters become six bytes by a few shifts and
/// no table; "\" needs no escape in a raw literal.
package struct EmbeddedBytes: Sendable {
  private let text: StaticString
  package let count: Int

  /// - Precondition: `text` is the build's own: groups of eight characters, the first of them the
  ///   number of bytes.
  init(_ text: StaticString) {
    self.text = text
    var head: UInt64 = 0
    withUnsafeMutableBytes(of: &head) { head in
      guard let target = head.baseAddress, text.utf8CodeUnitCount >= 8 else { return }
      expunge_unpack(
        text.utf8Start, 1, EXPUNGE_KERNEL_AUTOMATIC, target.bindMemory(to: UInt8.self, capacity: 8))
    }
    count = min(Int(UInt64(littleEndian: head)), 6 * max(0, text.utf8CodeUnitCount / 8 - 1))
  }

  /// What unpacking writes at most: a little more than there is.
  package var room: Int { text.utf8CodeUnitCount / 8 * 6 + 2 }

  /// Writes the bytes, and perhaps some behind them. Linear.
  ///
  /// - Precondition: `target` has `room` bytes.
  package func write(to target: UnsafeMutableRawBufferPointer) {
    precondition(target.count >= room, "unpacking needs room")
    let groups = text.utf8CodeUnitCount / 8
    guard groups > 1, let start = target.baseAddress else { return }
    expunge_unpack(
      text.utf8Start + 8, groups - 1, EXPUNGE_KERNEL_AUTOMATIC,
      start.bindMemory(to: UInt8.self, capacity: target.count))
  }

  package func bytes() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: room) { target, written in
      write(to: UnsafeMutableRawBufferPointer(target))
      written = count
    }
  }
}
