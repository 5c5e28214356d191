import Glibc

/// Memory that is written once and then shared by tables, and by every scanner that reads them.
final class TableMemory: Sendable {
  // Written in `init` only and freed in `deinit`: reading it from any thread is safe as long as the
  // memory lives.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  /// What the system gave for large memory; likewise written in `init` only.
  nonisolated(unsafe) private let mapping: UnsafeMutableRawBufferPointer?

  private static let largePage = 2 << 20

  /// - Parameter fill: writes the bytes; they are 0 before.
  init<Failure: Error>(
    count: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    // On a cache line, so that the first entries of a row share one; much memory on large pages:
    // small ones were a third of the page faults of a run over a tiny text.
    let target: UnsafeMutableRawBufferPointer
    if count >= TableMemory.largePage, let mapped = TableMemory.mapped(count) {
      mapping = mapped.mapping
      target = UnsafeMutableRawBufferPointer(start: mapped.start, count: count)
    } else {
      mapping = nil
      let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 64)
      raw.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 1))
      target = UnsafeMutableRawBufferPointer(start: raw, count: count)
    }
    bytes = UnsafeRawBufferPointer(target)
    try fill(target)
  }

  deinit {
    if let mapping { munmap(mapping.baseAddress, mapping.count) } else { bytes.deallocate() }
  }

  /// Memory from the system, which is zero without being written; nil where there is none to be had.
  private static func mapped(
    _ bytes: Int
  ) -> (mapping: UnsafeMutableRawBufferPointer, start: UnsafeMutableRawPointer)? {
    let size = bytes + largePage
    guard
      let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      base != MAP_FAILED
    else { return nil }
    let start = base.alignedUp(toMultipleOf: largePage)
    madvise(start, bytes, MADV_HUGEPAGE)
    return (UnsafeMutableRawBufferPointer(start: base, count: size), start)
  }
}
