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
    tails.encode(to: &out)
  }

  init(from source: inout IndexReader) throws(RuleIndexError) {
    self.init()
    numbers = try source.read()
    let head: [UInt64] = try source.read()
    guard head.count == 4 else { throw .malformed }
    maskWords = try Self.small(head[0])
    widestRun = try Self.small(head[1])
    nearby = try Self.small(head[2])
    wholeTextRules = try source.read()
    atWordStart = try ByteSet(bits: source.read())
    atDigitStart = try ByteSet(bits: source.read())
    anywhere = try ByteSet(bits: source.read())
    prefix = try source.readAutomaton()
    records = try source.table()
    entries = try source.table()
    masks = try source.table()
    keywordRules = try source.read()
    keyword = try source.readAutomaton()
    keywordMasks = try source.table()
    nearbyMask = try source.read()
    for _ in 0..<(try Self.small(head[3])) {
      let one: [UInt64] = try source.read()
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
    filters = try PrefilterTables(from: &source)
    tails = try PrefilterTables(from: &source)
  }

  private static func small(_ value: UInt64) throws(RuleIndexError) -> Int {
    guard value < 1 << 20 else { throw .malformed }
    return Int(value)
  }

  /// Whether every number points inside its table, since the scanner does not check.
  func isConsistent(ruleCount: Int) -> Bool {
    func isRule(_ rule: UInt16) -> Bool { Int(rule) < ruleCount }
    guard maskWords >= 1, maskWords * 64 > keywordRules.count, masks.count > 0,
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
    guard wholeTextRules.allSatisfy(isRule), entries.array.allSatisfy(isEntry),
      keywordRules.allSatisfy(isRule), chunkRules.allSatisfy({ isRule($0.rule) })
    else { return false }
    guard filters.isConsistent(ruleCount: ruleCount), tails.isConsistent(ruleCount: ruleCount)
    else { return false }
    for start in stride(from: 0, to: records.count, by: 4) {
      guard records[start] <= records[start + 1], records[start + 1] <= entries.count,
        records[start + 2] < masks.count / maskWords, records[start + 3] < masks.count / maskWords
      else { return false }
    }
    // A mask may name no rule beyond the last.
    let last = keywordRules.count
    return [masks, keywordMasks, Table(nearbyMask)].allSatisfy { rows in
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
      && rows.array.allSatisfy { Int($0) < payloads.count }
      && payloads.array.allSatisfy { Int($0) < count }
      && emissions.array.allSatisfy { Int($0) < count }
      && starts.allSatisfy { Int($0) < rowCount } && hasEagerRows
  }
}

extension PrefixAutomaton {
  /// Whether every state that fewer than `eagerDepth` bytes lead to has a row.
  private var hasEagerRows: Bool {
    var level = Set(starts)
    let array = rows.array
    for _ in 1..<Self.eagerDepth {
      guard level.allSatisfy({ Int($0) < rowCount }) else { return false }
      level = level.reduce(into: []) { next, state in
        next.formUnion(
          array[Int(state) << Int(shift)..<(Int(state) + 1) << Int(shift)])
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

/// Arrays of integers, each after its length, and all on multiples of eight bytes.
struct IndexWriter {
  var bytes: [UInt8] = []

  mutating func write<Integer: FixedWidthInteger>(_ values: [Integer]) {
    withUnsafeBytes(of: UInt64(values.count).littleEndian) { bytes += $0 }
    bytes.reserveCapacity(bytes.count + values.count * MemoryLayout<Integer>.size + 8)
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    bytes += repeatElement(0, count: -bytes.count & 7)
  }

  mutating func write<Integer>(_ table: Table<Integer>) { write(table.array) }

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

/// Reads what `IndexWriter` wrote, from memory that large tables stay in.
struct IndexReader {
  private let memory: TableMemory
  /// Bytes of the memory that count.
  private let end: Int
  private(set) var position = 0

  init(_ memory: TableMemory, count: Int) {
    self.memory = memory
    end = min(count, memory.bytes.count)
  }

  /// Of what was not read yet.
  var checksum: UInt64 {
    var hash = WordHash()
    hash.add(UnsafeRawBufferPointer(rebasing: memory.bytes[position..<end]))
    return hash.value
  }

  mutating func read<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>()
    throws(RuleIndexError) -> [Integer]
  {
    let table: Table<Integer> = try table()
    return table.array
  }

  /// Entries that stay where they are.
  mutating func table<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>()
    throws(RuleIndexError) -> Table<Integer>
  {
    let size = MemoryLayout<Integer>.size
    guard end - position >= 8 else { throw .malformed }
    let stated = UInt64(
      littleEndian: memory.bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    guard stated <= UInt64((end - position - 8) / size) else { throw .malformed }
    let count = Int(stated)
    let start = position + 8
    position = min(end, (start + count * size + 7) & ~7)
    let table = Table<Integer>(in: memory, at: start, count: count)
    if Integer(littleEndian: 1) == 1 { return table }
    return Table(table.array.map { Integer(littleEndian: $0) })
  }

  mutating func readAutomaton() throws(RuleIndexError) -> PrefixAutomaton {
    var automaton = PrefixAutomaton()
    automaton.classOf = try read()
    let head: [UInt32] = try read()
    guard head.count == 4, head[0] <= 8, head[1] <= head[2], head[2] <= head[3],
      head[3] <= UInt16.max
    else { throw .malformed }
    automaton.shift = UInt8(head[0])
    automaton.plainCount = Int(head[1])
    automaton.innerCount = Int(head[2])
    automaton.rowCount = Int(head[3])
    let rows = SparseRows(
      defaults: try table(), counts: try table(), classes: try table(), targets: try table())
    guard automaton.classOf.count == 256, automaton.classCount <= 1 << Int(automaton.shift),
      let table = rows.table(shift: Int(automaton.shift), classCount: automaton.classCount)
    else { throw .malformed }
    automaton.rows = table
    automaton.payloads = try self.table()
    automaton.emissions = try self.table()
    automaton.starts = try read()
    return automaton
  }
}
