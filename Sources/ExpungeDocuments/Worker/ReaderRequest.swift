/// What is asked of the reader: the page comes beside it as a descriptor.
package struct ReaderRequest: Hashable, Sendable {
  package let pageBytes: Int
  package let limits: ReaderLimits

  package init(pageBytes: Int, limits: ReaderLimits) {
    self.pageBytes = pageBytes
    self.limits = limits
  }

  private static let mark: UInt64 = 0x3151_4745_4150_5845  // "EXPAGEQ1"

  package var encoded: [UInt8] {
    [
      ReaderRequest.mark, UInt64(pageBytes), UInt64(limits.parts), UInt64(limits.nesting),
      UInt64(limits.textBytes),
    ].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
  }

  package init?(_ bytes: [UInt8]) {
    guard bytes.count == PartsMessage.requestSize else { return nil }
    let numbers = (0..<5).map { field in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[field * 8 + $1]) << ($1 * 8) }
    }
    guard numbers[0] == ReaderRequest.mark, numbers[1...].allSatisfy({ $0 <= UInt64(Int.max) })
    else { return nil }
    pageBytes = Int(numbers[1])
    limits = ReaderLimits(
      parts: Int(numbers[2]), nesting: Int(numbers[3]), textBytes: Int(numbers[4]))
  }
}
