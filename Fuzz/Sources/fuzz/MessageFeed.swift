import ExpungeDocuments

/// Any bytes as the worker's answer: refused, or parts that can be passed on.
enum MessageFeed {
  private static let limits = ReaderLimits(parts: 1_000, nesting: 1_000, textBytes: 1 << 20)

  static func test(_ bytes: [UInt8]) {
    let cut = min(Int(bytes.first ?? 0), max(0, bytes.count - 1))
    let file = Array(bytes.dropFirst().prefix(cut))
    let message = Array(bytes.dropFirst(1 + cut))
    let reading: ReadParts
    do {
      reading = try PartsMessage.decode(message, file: file, limits: limits)
    } catch {
      return
    }
    do {
      _ = try PartsMessage.decode(PartsMessage.encode(reading), file: file, limits: limits)
    } catch {
      found("what was accepted is refused when written again: \(error)")
    }
  }
}
