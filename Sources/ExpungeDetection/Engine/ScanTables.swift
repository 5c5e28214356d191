import CKernels

/// An index laid out for the innermost loop: plain memory, no references to count.
final class ScanTables: Sendable {
  // All of these are written in `init` only and freed in `deinit`: reading them from any thread is
  // safe as long as the owner lives, and every scanner holds its rule set.
  nonisolated(unsafe) let classOf: UnsafePointer<UInt8>
  nonisolated(unsafe) let rows: UnsafePointer<UInt16>
  nonisolated(unsafe) let payloads: UnsafePointer<UInt16>
  /// First state by the byte before.
  nonisolated(unsafe) let roots: UnsafePointer<UInt16>
  nonisolated(unsafe) let records: UnsafePointer<UInt32>
  nonisolated(unsafe) let entries: UnsafePointer<UInt16>
  nonisolated(unsafe) let masks: UnsafePointer<UInt64>
  nonisolated(unsafe) let keywordRules: UnsafePointer<UInt16>
  nonisolated(unsafe) let keywordClassOf: UnsafePointer<UInt8>
  nonisolated(unsafe) let keywordRows: UnsafePointer<UInt16>
  nonisolated(unsafe) let keywordPayloads: UnsafePointer<UInt16>
  nonisolated(unsafe) let keywordMasks: UnsafePointer<UInt64>
  /// 1 for a byte at which a chunk may end.
  nonisolated(unsafe) let chunkEnds: UnsafePointer<UInt8>
  nonisolated(unsafe) let classes: UnsafePointer<expunge_byte_classes>
  let shift: Int
  let rowCount: Int
  let keywordShift: Int
  let keywordRowCount: Int
  let keywordStart: Int
  let maskWords: Int
  let widestRun: Int

  init(_ index: RuleIndex) {
    classOf = Self.copy(index.prefix.classOf)
    rows = Self.copy(index.prefix.rows)
    payloads = Self.copy(index.prefix.payloads)
    roots = Self.copy(
      (UInt8.min...UInt8.max).map {
        index.prefix.starts[StartRelation.Before.of($0).rawValue]
      })
    records = Self.copy(index.records)
    entries = Self.copy(index.entries)
    masks = Self.copy(index.masks)
    keywordRules = Self.copy(index.keywordRules)
    keywordClassOf = Self.copy(index.keyword.classOf)
    keywordRows = Self.copy(index.keyword.rows)
    keywordPayloads = Self.copy(index.keyword.payloads)
    keywordMasks = Self.copy(index.keywordMasks)
    var ends = [UInt8](repeating: 0, count: 256)
    for one in index.chunkRules { ends[Int(one.gate.needed)] = 1 }
    chunkEnds = Self.copy(ends)
    classes = Self.copy([
      expunge_byte_classes(
        at_word_start: index.atWordStart.kernelSet, at_digit_start: index.atDigitStart.kernelSet,
        anywhere: index.anywhere.kernelSet, breaks: RunLanguage.breaks.kernelSet)
    ])
    shift = Int(index.prefix.shift)
    rowCount = index.prefix.rowCount
    keywordShift = Int(index.keyword.shift)
    keywordRowCount = index.keyword.rowCount
    keywordStart = Int(index.keyword.starts[0])
    maskWords = index.maskWords
    widestRun = index.widestRun
  }

  deinit {
    classOf.deallocate()
    rows.deallocate()
    payloads.deallocate()
    roots.deallocate()
    records.deallocate()
    entries.deallocate()
    masks.deallocate()
    keywordRules.deallocate()
    keywordClassOf.deallocate()
    keywordRows.deallocate()
    keywordPayloads.deallocate()
    keywordMasks.deallocate()
    chunkEnds.deallocate()
    classes.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(
    _ values: [Element]
  ) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(values.count, 1))
    values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
    }
    return UnsafePointer(memory)
  }
}

extension ByteSet {
  /// As the kernels want it.
  var kernelSet: expunge_byte_set {
    var set = expunge_byte_set()
    withUnsafeMutableBytes(of: &set) { memory in
      for byte in members {
        // 16 bytes for ASCII by low half, then 16 for the others.
        memory[Int(byte & 15) + (byte < 128 ? 0 : 16)] |= 1 << ((byte >> 4) & 7)
      }
    }
    return set
  }
}
