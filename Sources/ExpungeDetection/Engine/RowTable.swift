import Glibc

/// The rows of an automaton: written once, then shared by the index and every scanner.
final class RowTable: Sendable, Equatable {
  // Written in `init` only and freed in `deinit`: reading it from any thread is safe as long as the
  // table lives.
  nonisolated(unsafe) let start: UnsafePointer<UInt16>
  let count: Int

  private static let largePage = 2 << 20

  /// - Parameter fill: writes the entries; they are 0 before.
  init<Failure: Error>(
    count: Int, _ fill: (UnsafeMutableBufferPointer<UInt16>) throws(Failure) -> Void
  ) throws(Failure) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<UInt16>.stride
    // On a cache line, so that the first entries of a row share one; a large table on large pages:
    // small ones were a third of the page faults of a run over a tiny text.
    let isLarge = bytes >= RowTable.largePage
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: isLarge ? RowTable.largePage : 64)
    if isLarge { madvise(raw, bytes, MADV_HUGEPAGE) }
    let memory = raw.initializeMemory(as: UInt16.self, repeating: 0, count: max(count, 1))
    start = UnsafePointer(memory)
    try fill(UnsafeMutableBufferPointer(start: memory, count: count))
  }

  deinit { start.deallocate() }

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
      counts.reduce(0, { $0 + Int($1) }) == classes.count,
      classes.allSatisfy({ Int($0) < classCount })
    else { return nil }
    return RowTable(count: defaults.count << shift) { memory in
      var next = 0
      for row in defaults.indices {
        let start = row << shift
        memory[start..<start + classCount].update(repeating: defaults[row])
        for _ in 0..<counts[row] {
          memory[start | Int(classes[next])] = targets[next]
          next += 1
        }
      }
    }
  }
}
