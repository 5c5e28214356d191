extension TriggerIndex {
  func encode(to out: inout IndexWriter) {
    out.write(numbers)
    out.write([maskWords, widestRun, nearby, chunkRules.count].map(UInt64.init))
    out.write(wholeTextRules)
    for set in [atWordStart, atDigitStart, anywhere] { out.write(set.bits) }
    out.write(prefix)
    out.write(records)
    out.write(entries)
    out.write(masks)
    out.write(keywordRules)
    out.write(keyword)
    out.write(keywordMasks)
    out.write(nearbyMask)
    for one in chunkRules {
      out.write(
        [UInt64(one.rule), UInt64(one.gate.needed) | (one.awaitsKeyword ? 256 : 0)]
          + [UInt64(one.gate.width)] + one.gate.before.bits + one.atWordStart.bits
          + one.atDigitStart.bits + one.anywhere.bits)
    }
    filters.encode(to: &out)
  }

  init(from source: inout IndexReader, _ bytes: Span<UInt8>) throws(RuleIndexError) {
    self.init()
    numbers = try source.read(bytes)
    let head: [UInt64] = try source.read(bytes)
    guard head.count == 4 else { throw .malformed }
    maskWords = try Self.small(head[0])
    widestRun = try Self.small(head[1])
    nearby = try Self.small(head[2])
    wholeTextRules = try source.read(bytes)
    atWordStart = try ByteSet(bits: source.read(bytes))
    atDigitStart = try ByteSet(bits: source.read(bytes))
    anywhere = try ByteSet(bits: source.read(bytes))
    prefix = try source.readAutomaton(bytes)
    records = try source.read(bytes)
    entries = try source.read(bytes)
    masks = try source.read(bytes)
    keywordRules = try source.read(bytes)
    keyword = try source.readAutomaton(bytes)
    keywordMasks = try source.read(bytes)
    nearbyMask = try source.read(bytes)
    for _ in 0..<(try Self.small(head[3])) {
      let one: [UInt64] = try source.read(bytes)
      guard one.count == 19, one[0] < UInt64(UInt16.max) else { throw .malformed }
      let gate = ChunkGate(
        before: try ByteSet(bits: Array(one[3..<7])), needed: UInt8(truncatingIfNeeded: one[1]),
        width: try Self.small(one[2]))
      chunkRules.append(
        ChunkRule(
          rule: UInt16(one[0]), gate: gate, awaitsKeyword: one[1] & 256 != 0,
          atWordStart: try ByteSet(bits: Array(one[7..<11])),
          atDigitStart: try ByteSet(bits: Array(one[11..<15])),
          anywhere: try ByteSet(bits: Array(one[15..<19]))))
    }
    filters = try PrefilterTables(from: &source, bytes)
  }

  private static func small(_ value: UInt64) throws(RuleIndexError) -> Int {
    guard value < 1 << 20 else { throw .malformed }
    return Int(value)
  }

  /// Whether every number points inside its table, since the scanner does not check.
  func isConsistent(ruleCount: Int) -> Bool {
    func isRule(_ rule: UInt16) -> Bool { Int(rule) < ruleCount }
    guard maskWords >= 1, maskWords * 64 > keywordRules.count, !masks.isEmpty,
      masks.count % maskWords == 0, records.count % 4 == 0, keywordMasks.count % maskWords == 0,
      widestRun <= Self.widestKeywordRule,
      nearby <= Self.farthestKeyword, nearbyMask.count == maskWords
    else { return false }
    guard prefix.isConsistent(payloads: records.count / 4),
      keyword.isConsistent(payloads: keywordMasks.count / maskWords)
    else { return false }
    func isEntry(_ entry: UInt16) -> Bool {
      entry & Self.backwards == 0
        ? isRule(entry) : Int(entry & ~Self.backwards) < chunkRules.count
    }
    guard wholeTextRules.allSatisfy(isRule), entries.allSatisfy(isEntry),
      keywordRules.allSatisfy(isRule), chunkRules.allSatisfy({ isRule($0.rule) })
    else { return false }
    guard filters.isConsistent(ruleCount: ruleCount) else { return false }
    for start in stride(from: 0, to: records.count, by: 4) {
      guard records[start] <= records[start + 1], records[start + 1] <= entries.count,
        records[start + 2] < masks.count / maskWords, records[start + 3] < masks.count / maskWords
      else { return false }
    }
    // A mask may name no rule beyond the last.
    let last = keywordRules.count
    return [masks, keywordMasks, nearbyMask].allSatisfy { rows in
      stride(from: maskWords - 1, to: rows.count, by: maskWords).allSatisfy { index in
        last % 64 == 63 || rows[index] >> UInt64(last % 64 + 1) == 0
      }
    }
  }
}

extension PrefixAutomaton {
  fileprivate func isConsistent(payloads count: Int) -> Bool {
    guard classOf.count == 256, shift <= 8, plainCount >= 1, plainCount <= innerCount,
      innerCount <= rowCount, rowCount <= payloads.count,
      emissions.count == innerCount - plainCount,
      rows.count == rowCount << Int(shift), starts.count == StartRelation.Before.allCases.count
    else { return false }
    return classOf.allSatisfy { Int($0) < 1 << Int(shift) }
      && rows.entries.allSatisfy { Int($0) < payloads.count }
      && (payloads + emissions).allSatisfy { Int($0) < count }
      && starts.allSatisfy { Int($0) < rowCount } && hasEagerRows
  }
}

extension PrefixAutomaton {
  /// Whether every state that fewer than `eagerDepth` bytes lead to has a row.
  private var hasEagerRows: Bool {
    var level = Set(starts)
    for _ in 1..<Self.eagerDepth {
      guard level.allSatisfy({ Int($0) < rowCount }) else { return false }
      level = level.reduce(into: []) { next, state in
        next.formUnion(
          rows.entries[Int(state) << Int(shift)..<(Int(state) + 1) << Int(shift)])
      }
    }
    return level.allSatisfy { Int($0) < rowCount }
  }
}

extension ByteSet {
  fileprivate var bits: [UInt64] { [words.0, words.1, words.2, words.3] }

  fileprivate init(bits: [UInt64]) throws(RuleIndexError) {
    guard bits.count == 4 else { throw .malformed }
    self.init(words: (bits[0], bits[1], bits[2], bits[3]))
  }
}

/// Arrays of integers, each after its length.
struct IndexWriter {
  var bytes: [UInt8] = []

  mutating func write<Integer: FixedWidthInteger>(_ values: [Integer]) {
    withUnsafeBytes(of: UInt32(values.count).littleEndian) { bytes += $0 }
    bytes.reserveCapacity(bytes.count + values.count * MemoryLayout<Integer>.size)
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  mutating func write(_ automaton: PrefixAutomaton) {
    write(automaton.classOf)
    write(
      [
        Int(automaton.shift), automaton.plainCount, automaton.innerCount, automaton.rowCount,
      ].map(UInt32.init))
    let rows = SparseRows(
      automaton.rows, shift: Int(automaton.shift), classCount: automaton.classCount)
    write(rows.defaults)
    write(rows.counts)
    write(rows.classes)
    write(rows.targets)
    write(automaton.payloads)
    write(automaton.emissions)
    write(automaton.starts)
  }
}

struct IndexReader {
  var position = 0

  mutating func read<Integer: FixedWidthInteger>(
    _ bytes: Span<UInt8>
  ) throws(RuleIndexError) -> [Integer] {
    let count = Int(try one(bytes, UInt32.self))
    let size = MemoryLayout<Integer>.size
    guard count <= (bytes.count - position) / size else { throw .malformed }
    let start = position
    position += count * size
    var values = bytes.withUnsafeBytes { source in
      let part = UnsafeRawBufferPointer(rebasing: source[start..<start + count * size])
      return [Integer](unsafeUninitializedCapacity: count) { values, written in
        UnsafeMutableRawBufferPointer(values).copyMemory(from: part)
        written = count
      }
    }
    if Integer(littleEndian: 1) != 1 {
      for index in values.indices { values[index] = Integer(littleEndian: values[index]) }
    }
    return values
  }

  mutating func readTable(_ bytes: Span<UInt8>) throws(RuleIndexError) -> RowTable {
    let count = Int(try one(bytes, UInt32.self))
    guard count <= (bytes.count - position) / MemoryLayout<UInt16>.size else { throw .malformed }
    let start = position
    position += count * MemoryLayout<UInt16>.size
    return RowTable(count: count) { memory in
      bytes.withUnsafeBytes { source in
        for index in 0..<count {
          memory[index] = UInt16(
            littleEndian: source.loadUnaligned(
              fromByteOffset: start + index * MemoryLayout<UInt16>.size, as: UInt16.self))
        }
      }
    }
  }

  mutating func readAutomaton(_ bytes: Span<UInt8>) throws(RuleIndexError) -> PrefixAutomaton {
    var automaton = PrefixAutomaton()
    automaton.classOf = try read(bytes)
    let head: [UInt32] = try read(bytes)
    guard head.count == 4, head[0] <= 8, head[1] <= head[2], head[2] <= head[3],
      head[3] <= UInt16.max
    else { throw .malformed }
    automaton.shift = UInt8(head[0])
    automaton.plainCount = Int(head[1])
    automaton.innerCount = Int(head[2])
    automaton.rowCount = Int(head[3])
    let rows = SparseRows(
      defaults: try read(bytes), counts: try read(bytes), classes: try read(bytes),
      targets: try read(bytes))
    guard automaton.classOf.count == 256, automaton.classCount <= 1 << Int(automaton.shift),
      let table = rows.table(shift: Int(automaton.shift), classCount: automaton.classCount)
    else { throw .malformed }
    automaton.rows = table
    automaton.payloads = try read(bytes)
    automaton.emissions = try read(bytes)
    automaton.starts = try read(bytes)
    return automaton
  }

  mutating func one<Integer: FixedWidthInteger>(
    _ bytes: Span<UInt8>, _: Integer.Type
  ) throws(RuleIndexError) -> Integer {
    guard bytes.count - position >= MemoryLayout<Integer>.size else { throw .malformed }
    let start = position
    position += MemoryLayout<Integer>.size
    return bytes.withUnsafeBytes {
      Integer(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: Integer.self))
    }
  }
}
