/// What is asked of the reader: the file comes beside it as a descriptor.
package struct ReaderRequest: Hashable, Sendable {
  package let task: ReaderTask
  /// The file itself.
  package let fileBytes: Int
  /// The changes that follow it, for a rewriting.
  package let changeBytes: Int
  package let limits: ReaderLimits

  package init(task: ReaderTask, fileBytes: Int, changeBytes: Int = 0, limits: ReaderLimits) {
    self.task = task
    self.fileBytes = fileBytes
    self.changeBytes = changeBytes
    self.limits = limits
  }

  private static let mark: UInt64 = 0x3251_4745_4150_5845  // "EXPAGEQ2"

  package static let size = 8 * 10

  package var encoded: [UInt8] {
    [
      ReaderRequest.mark, UInt64(task.rawValue), UInt64(fileBytes), UInt64(changeBytes),
      UInt64(limits.parts), UInt64(limits.nesting), UInt64(limits.textBytes),
      UInt64(limits.packageEntries), UInt64(limits.packageBytes), UInt64(limits.packageRatio),
    ].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
  }

  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    let numbers = (0..<10).map { field in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[field * 8 + $1]) << ($1 * 8) }
    }
    guard numbers[0] == ReaderRequest.mark, numbers[1] <= 255,
      let task = ReaderTask(rawValue: UInt8(numbers[1])),
      numbers[2...].allSatisfy({ $0 <= UInt64(Int.max >> 2) })
    else { return nil }
    self.task = task
    fileBytes = Int(numbers[2])
    changeBytes = Int(numbers[3])
    limits = ReaderLimits(
      parts: Int(numbers[4]), nesting: Int(numbers[5]), textBytes: Int(numbers[6]),
      packageEntries: Int(numbers[7]), packageBytes: Int(numbers[8]),
      packageRatio: Int(numbers[9]))
  }
}
