import Glibc

/// The rows of an automaton: written once, then shared by the index and every scanner.
final class RowTable: Sendable, Equatable {
  // Written in `init` only and freed in `deinit`: reading it from any thread is safe as long as the
  // table lives.
  nonisolated(unsafe) let start: UnsafePointer<UInt16>
  let count: Int
  /// What the system gave for a large table; likewise written in `init` only.
  nonisolated(unsafe) private let mapping: UnsafeMutableRawBufferPointer?

  private static let largePage = 2 << 20

  /// - Parameter fill: writes the entries; they are 0 before.
  init<Failure: Error>(
    count: Int, _ fill: (UnsafeMutableBufferPointer<UInt16>) throws(Failure) -> Void
  ) throws(Failure) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<UInt16>.stride
    // On a cache line, so that the first entries of a row share one; a large table on large pages:
    // small ones were a third of the page faults of a run over a tiny text.
    if bytes >= RowTable.largePage, let mapped = RowTable.mapped(bytes) {
      mapping = mapped.mapping
      start = UnsafePointer(mapped.start.bindMemory(to: UInt16.self, capacity: count))
    } else {
      mapping = nil
      let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      start = UnsafePointer(
        raw.initializeMemory(as: UInt16.self, repeating: 0, count: max(count, 1)))
    }
    try fill(UnsafeMutableBufferPointer(start: UnsafeMutablePointer(mutating: start), count: count))
  }

  deinit {
    if let mapping { munmap(mapping.baseAddress, mapping.count) } else { start.deallocate() }
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

  subscript(_ index: Int) -> UInt16 {
    precondition(index >= 0 && index < count, "an entry must lie in the table")
    return start[index]
  }

  var entries: UnsafeBufferPointer<UInt16> { UnsafeBufferPointer(start: start, count: count) }

  static func == (a: RowTable, b: RowTable) -> Bool { a.entries.elementsEqual(b.entries) }
}

/// Rows with most of their entries left out: text leads on from a state by a few bytes, and by all
/// others to one and the same place.
struct SparseRows {
  /// For each row the entry that it holds most often.
  var defaults: [UInt16] = []
  /// For each row how many entries differ from that.
  var counts: [UInt8] = []
  /// The classes and entries of those, row by row.
  var classes: [UInt8] = []
  var targets: [UInt16] = []

  init(_ rows: RowTable, shift: Int, classCount: Int) {
    for row in 0..<(rows.count >> shift) {
      let entries = (0..<classCount).map { rows[row << shift | $0] }
      var frequency: [UInt16: Int] = [:]
      for entry in entries { frequency[entry, default: 0] += 1 }
      let most = frequency.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      defaults.append(most)
      let different = entries.indices.filter { entries[$0] != most }
      counts.append(UInt8(different.count))
      classes += different.map(UInt8.init)
      targets += different.map { entries[$0] }
    }
  }

  init(defaults: [UInt16], counts: [UInt8], classes: [UInt8], targets: [UInt16]) {
    self.defaults = defaults
    self.counts = counts
    self.classes = classes
    self.targets = targets
  }

  /// The whole rows again; nil when the parts do not fit together.
  func table(shift: Int, classCount: Int) -> RowTable? {
    guard defaults.count == counts.count, classes.count == targets.count,
      classCount <= 1 << shift, counts.reduce(0, { $0 + Int($1) }) == classes.count,
      (classes.max() ?? 0) < max(classCount, 1)
    else { return nil }
    return RowTable(count: defaults.count << shift) { memory in
      guard var row = memory.baseAddress else { return }
      // Checked above: all of it lies inside the table.
      classes.withUnsafeBufferPointer { classes in
        targets.withUnsafeBufferPointer { targets in
          var next = 0
          for (target, count) in zip(defaults, counts) {
            row.update(repeating: target, count: classCount)
            for place in next..<next + Int(count) { row[Int(classes[place])] = targets[place] }
            next += Int(count)
            row += 1 << shift
          }
        }
      }
    }
  }
}
