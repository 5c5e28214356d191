/// Gathers small writes into large ones.
struct OutputBuffer {
  private static let capacity = 1 << 16
  private var bytes: [UInt8] = []
  private let sink: ByteSink

  init(sink: @escaping ByteSink) { self.sink = sink }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Hands on what has gathered once it is worth a write.
  mutating func flushWhenFull() throws {
    if bytes.count >= Self.capacity { try flush() }
  }

  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
