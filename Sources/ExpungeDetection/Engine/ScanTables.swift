import CKernels

/// An index laid out for the innermost loop: plain memory, no references to count.
final class ScanTables: Sendable {
  // All of these are written in `init` only and freed in `deinit`: reading them from any thread is
  // safe as long as the owner lives, and every scanner holds its rule set.
  nonisolated(unsafe) let classOf: UnsafePointer<UInt8>
  /// Keeps the tables alive that are read where the index has them.
  private let index: TriggerIndex
  /// By rule.
  nonisolated(unsafe) let filters: UnsafePointer<PrefilterReference>
  /// By rule: of what follows from a keyword on.
  nonisolated(unsafe) let tails: UnsafePointer<PrefilterReference>
  /// What stands before a place, by its byte.
  nonisolated(unsafe) let beforeOf: UnsafePointer<UInt8>
  nonisolated(unsafe) let rows: UnsafePointer<UInt16>
  nonisolated(unsafe) let payloads: UnsafePointer<UInt16>
  nonisolated(unsafe) let emissions: UnsafePointer<UInt16>
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
  nonisolated(unsafe) let nearbyMask: UnsafePointer<UInt64>
  /// 1 for a byte at which a chunk may end.
  nonisolated(unsafe) let chunkEnds: UnsafePointer<UInt8>
  /// The first of `chunks` for each such byte.
  nonisolated(unsafe) let firstChunks: UnsafePointer<UInt16>
  nonisolated(unsafe) let chunks: UnsafePointer<ChunkTable>
  /// For each of `chunks` the flags of every byte.
  nonisolated(unsafe) let chunkFlags: UnsafePointer<UInt8>
  let chunkCount: Int
  /// 1 for a byte after which a lower-case letter goes on with a word.
  nonisolated(unsafe) let joins: UnsafePointer<UInt8>
  nonisolated(unsafe) let classes: UnsafePointer<expunge_byte_classes>
  let shift: Int
  let plainCount: Int
  let innerCount: Int
  let keywordShift: Int
  let keywordInnerCount: Int
  let keywordStart: Int
  let maskWords: Int
  let widestRun: Int
  let nearby: Int
  let wholeTextRules: [UInt16]
  /// Every rule it is for.
  let numbers: [UInt16]
  /// Bytes by which a match may begin before the place that calls for it.
  let reachBack: Int
  /// Whether it has no rule at all.
  var isEmpty: Bool { numbers.isEmpty }

  init(_ index: TriggerIndex) {
    classOf = Self.copy(index.prefix.classOf)
    self.index = index
    rows = index.prefix.rows.start
    payloads = index.prefix.payloads.start
    emissions = index.prefix.emissions.start
    let ruleCount = Int(index.numbers.last ?? 0) + 1
    filters = Self.copy(index.filters.references(ruleCount: ruleCount))
    tails = Self.copy(index.tails.references(ruleCount: ruleCount))
    beforeOf = Self.copy(
      (UInt8.min...UInt8.max).map { UInt8(StartRelation.Before.of($0).rawValue) })
    roots = Self.copy(
      (UInt8.min...UInt8.max).map {
        index.prefix.starts[StartRelation.Before.of($0).rawValue]
      })
    records = index.records.start
    entries = index.entries.start
    masks = index.masks.start
    keywordRules = Self.copy(index.keywordRules)
    keywordClassOf = Self.copy(index.keyword.classOf)
    keywordRows = index.keyword.rows.start
    keywordPayloads = index.keyword.payloads.start
    keywordMasks = index.keywordMasks.start
    chunks = Self.copy(index.chunkRules.map(ChunkTable.init))
    chunkCount = index.chunkRules.count
    var ends = [UInt8](repeating: 0, count: 256)
    var firsts = [UInt16](repeating: 0, count: 256)
    for (number, one) in index.chunkRules.enumerated().reversed() where !one.awaitsKeyword {
      ends[Int(one.gate.needed)] = 1
      firsts[Int(one.gate.needed)] = UInt16(number)
    }
    chunkEnds = Self.copy(ends)
    firstChunks = Self.copy(firsts)
    chunkFlags = Self.copy(
      index.chunkRules.flatMap { one in (UInt8.min...UInt8.max).map { one.flags(of: $0) } })
    joins = Self.copy((UInt8.min...UInt8.max).map { RunLanguage.joins[$0] ? 1 : 0 })
    classes = Self.copy([
      expunge_byte_classes(
        at_word_start: index.atWordStart.kernelSet, at_digit_start: index.atDigitStart.kernelSet,
        anywhere: index.anywhere.kernelSet, breaks: RunLanguage.breaks.kernelSet)
    ])
    shift = Int(index.prefix.shift)
    plainCount = index.prefix.plainCount
    innerCount = index.prefix.innerCount
    keywordShift = Int(index.keyword.shift)
    keywordInnerCount = index.keyword.innerCount
    keywordStart = Int(index.keyword.starts[0])
    maskWords = index.maskWords
    widestRun = index.widestRun
    nearby = index.nearby
    wholeTextRules = index.wholeTextRules
    numbers = index.numbers
    reachBack = index.chunkRules.map(\.gate.width).max() ?? 0
    nearbyMask = Self.copy(index.nearbyMask)
  }

  deinit {
    classOf.deallocate()
    roots.deallocate()
    keywordRules.deallocate()
    keywordClassOf.deallocate()
    nearbyMask.deallocate()
    chunkEnds.deallocate()
    firstChunks.deallocate()
    chunks.deallocate()
    chunkFlags.deallocate()
    joins.deallocate()
    filters.deallocate()
    tails.deallocate()
    beforeOf.deallocate()
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

/// A rule behind a chunk gate, for the scanner.
struct ChunkTable: BitwiseCopyable {
  var rule: Int
  var width: Int
  var needed: UInt8
  var awaitsKeyword: Bool

  init(_ one: ChunkRule) {
    rule = Int(one.rule)
    width = one.gate.width
    needed = one.gate.needed
    awaitsKeyword = one.awaitsKeyword
  }

  /// May stand before the needed byte.
  static let before: UInt8 = 1
  /// A match may begin with it: anywhere, at a word's start, at a number's start.
  static let anywhere: UInt8 = 2
  static let atWordStart: UInt8 = 4
  static let atDigitStart: UInt8 = 8
}

extension ChunkRule {
  func flags(of byte: UInt8) -> UInt8 {
    (gate.before[byte] ? ChunkTable.before : 0) | (anywhere[byte] ? ChunkTable.anywhere : 0)
      | (atWordStart[byte] ? ChunkTable.atWordStart : 0)
      | (atDigitStart[byte] ? ChunkTable.atDigitStart : 0)
  }
}
