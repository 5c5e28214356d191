/// Entries of an index, where they lie in memory.
struct Table<Entry: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  // It points into `memory`, which is never written again: see there.
  nonisolated(unsafe) let start: UnsafePointer<Entry>
  let count: Int
  private let memory: TableMemory

  /// - Parameter fill: writes the entries; they are 0 before.
  init<Failure: Error>(
    count: Int, _ fill: (UnsafeMutableBufferPointer<Entry>) throws(Failure) -> Void
  ) throws(Failure) {
    memory = try TableMemory(
      count: count * MemoryLayout<Entry>.stride
    ) { (bytes) throws(Failure) in
      try fill(bytes.bindMemory(to: Entry.self))
    }
    self.count = count
    start = Self.start(of: memory, at: 0, count)
  }

  init(_ values: [Entry] = []) {
    self.init(count: values.count) { _ = $0.update(fromContentsOf: values) }
  }

  /// Entries that lie in memory already.
  ///
  /// - Precondition: `offset` is a multiple of an entry's size, and all entries lie in the memory.
  init(in memory: TableMemory, at offset: Int, count: Int) {
    precondition(
      offset >= 0 && offset % MemoryLayout<Entry>.stride == 0
        && count * MemoryLayout<Entry>.stride <= memory.bytes.count - offset,
      "a table must lie in its memory")
    self.memory = memory
    self.count = count
    start = Self.start(of: memory, at: offset, count)
  }

  private static func start(
    of memory: TableMemory, at offset: Int, _ count: Int
  ) -> UnsafePointer<Entry> {
    guard let base = memory.bytes.baseAddress else {
      preconditionFailure("memory of tables always has an address")
    }
    return (base + offset).bindMemory(to: Entry.self, capacity: count)
  }

  subscript(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "an entry must lie in the table")
    return start[index]
  }

  /// Reads the entries where they lie.
  func withEntries<Result>(_ read: (UnsafeBufferPointer<Entry>) -> Result) -> Result {
    withExtendedLifetime(memory) { read(UnsafeBufferPointer(start: start, count: count)) }
  }

  var array: [Entry] { withEntries(Array.init) }
}

extension Table: Equatable {
  static func == (a: Table, b: Table) -> Bool {
    a.withEntries { a in b.withEntries { b in a.elementsEqual(b) } }
  }
}
