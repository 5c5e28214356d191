import ExpungeJSON

extension JSONWriter {
  /// Hands on what was written once it makes a write worth its while.
  ///
  /// - Parameter least: bytes from which it is handed on.
  mutating func handOn(to sink: ByteSink, from least: Int = 1 << 16) throws {
    if count >= least { try sink(take()) }
  }
}
