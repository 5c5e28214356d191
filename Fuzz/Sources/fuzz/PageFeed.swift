import ExpungeDocuments
import ExpungeParsers

/// Any page: its parts keep their promises and pass through the worker's message unchanged.
enum PageFeed {
  private static let limits = ReaderLimits(parts: 10_000, nesting: 1_000, textBytes: 1 << 22)

  static func test(_ bytes: [UInt8]) {
    let page = repaired(bytes.filter { $0 != 0 })
    let reading = page.withUnsafeBufferPointer { HTMLReader.read($0, limits: limits) }
    PartChecks.check(reading, of: page, limits: limits)
  }
}
