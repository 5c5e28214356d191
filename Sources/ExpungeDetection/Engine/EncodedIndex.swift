/// What the engine computed about rules when they were compiled, in its own format, and unpacked only
/// where it is used.
package struct EncodedIndex: Sendable {
  package let count: Int
  /// Whether it is a part of the program, and so as sound as its code.
  let isBuiltIn: Bool
  private let room: Int
  private let write: @Sendable (UnsafeMutableRawBufferPointer) -> Void

  package static let none = EncodedIndex([])

  /// An index from anywhere, which is checked when it is used.
  package init(_ bytes: ArraySlice<UInt8>) {
    count = bytes.count
    isBuiltIn = false
    room = count
    write = { $0.copyBytes(from: bytes) }
  }

  /// An index that the program carries.
  ///
  /// - Parameters:
  ///   - room: bytes that `write` may write, `count` of which count.
  ///   - write: writes all bytes to memory of that size.
  package init(
    count: Int, room: Int, _ write: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void
  ) {
    self.count = count
    isBuiltIn = true
    self.room = room
    self.write = write
  }

  package var isEmpty: Bool { count == 0 }

  package var bytes: [UInt8] {
    let memory = memory()
    return withExtendedLifetime(memory) { Array(memory.bytes.prefix(count)) }
  }

  func memory() -> TableMemory { TableMemory(count: room, write) }
}

extension EncodedIndex: Equatable {
  package static func == (a: EncodedIndex, b: EncodedIndex) -> Bool {
    a.count == b.count && a.bytes == b.bytes
  }
}
