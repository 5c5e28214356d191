/// Why an encoded index cannot be used.
package enum RuleIndexError: Error, Sendable, Equatable {
  /// Cut short, of another version, or not an index at all.
  case malformed
  /// Made for other patterns.
  case otherRules
}

extension RuleIndex {
  private static let magic: UInt64 = 0x3130_7864_6E49_7845  // "ExIndx01"

  /// As bytes, for `init(decoding:)`. Little-endian; the format may change with every version.
  package func encode() -> [UInt8] {
    var out = IndexWriter()
    out.write([Self.magic, fingerprint, UInt64(ruleCount), UInt64(maskWords), UInt64(widestRun)])
    out.write(wholeTextRules)
    for set in [atWordStart, atDigitStart, anywhere] { out.write(set.bits) }
    out.write(prefix)
    out.write(records)
    out.write(entries)
    out.write(masks)
    out.write(keywordRules)
    out.write(keyword)
    out.write(keywordMasks)
    for one in chunkRules {
      out.write(
        [UInt64(one.rule), UInt64(one.gate.needed)] + one.gate.before.bits + one.atWordStart.bits
          + one.atDigitStart.bits + one.anywhere.bits)
    }
    return out.bytes
  }

  /// Reads what `encode` wrote. O(n), a copy.
  package init(decoding bytes: Span<UInt8>) throws(RuleIndexError) {
    self.init()
    var source = IndexReader()
    let head: [UInt64] = try source.read(bytes)
    guard head.count == 5, head[0] == Self.magic else { throw .malformed }
    fingerprint = head[1]
    ruleCount = try Self.small(head[2])
    maskWords = try Self.small(head[3])
    widestRun = try Self.small(head[4])
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
    while source.position < bytes.count {
      let one: [UInt64] = try source.read(bytes)
      guard one.count == 18, one[0] < UInt64(ruleCount) else { throw .malformed }
      let gate = ChunkGate(
        before: try ByteSet(bits: Array(one[2..<6])), needed: UInt8(truncatingIfNeeded: one[1]))
      chunkRules.append(
        ChunkRule(
          rule: UInt16(one[0]), gate: gate, atWordStart: try ByteSet(bits: Array(one[6..<10])),
          atDigitStart: try ByteSet(bits: Array(one[10..<14])),
          anywhere: try ByteSet(bits: Array(one[14..<18]))))
    }
    guard isConsistent else { throw .malformed }
  }

  private static func small(_ value: UInt64) throws(RuleIndexError) -> Int {
    guard value < 1 << 20 else { throw .malformed }
    return Int(value)
  }

  /// Whether every number points inside its table, since the scanner does not check.
  private var isConsistent: Bool {
    func isRule(_ rule: UInt16) -> Bool { Int(rule) < ruleCount }
    guard maskWords >= 1, maskWords * 64 > keywordRules.count, !masks.isEmpty,
      masks.count % maskWords == 0, records.count % 3 == 0, keywordMasks.count % maskWords == 0,
      ruleCount <= Int(UInt16.max), widestRun <= Self.widestKeywordRule
    else { return false }
    guard prefix.isConsistent(payloads: records.count / 3),
      keyword.isConsistent(payloads: keywordMasks.count / maskWords)
    else { return false }
    guard wholeTextRules.allSatisfy(isRule), entries.allSatisfy(isRule),
      keywordRules.allSatisfy(isRule)
    else { return false }
    for start in stride(from: 0, to: records.count, by: 3) {
      guard records[start] <= records[start + 1], records[start + 1] <= entries.count,
        records[start + 2] < masks.count / maskWords
      else { return false }
    }
    // A mask may name no rule beyond the last.
    let last = keywordRules.count
    return [masks, keywordMasks].allSatisfy { rows in
      stride(from: maskWords - 1, to: rows.count, by: maskWords).allSatisfy { index in
        last % 64 == 63 || rows[index] >> UInt64(last % 64 + 1) == 0
      }
    }
  }
}

extension PrefixAutomaton {
  fileprivate func isConsistent(payloads count: Int) -> Bool {
    guard classOf.count == 256, shift <= 8, rowCount >= 1, rowCount <= payloads.count,
      rows.count == rowCount << Int(shift), starts.count == StartRelation.Before.allCases.count
    else { return false }
    return classOf.allSatisfy { Int($0) < 1 << Int(shift) }
      && rows.allSatisfy { Int($0) < payloads.count } && payloads.allSatisfy { Int($0) < count }
      && starts.allSatisfy { Int($0) < payloads.count }
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
private struct IndexWriter {
  var bytes: [UInt8] = []

  mutating func write<Integer: FixedWidthInteger>(_ values: [Integer]) {
    withUnsafeBytes(of: UInt32(values.count).littleEndian) { bytes += $0 }
    bytes.reserveCapacity(bytes.count + values.count * MemoryLayout<Integer>.size)
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  mutating func write(_ automaton: PrefixAutomaton) {
    write(automaton.classOf)
    write([UInt32(automaton.shift), UInt32(automaton.rowCount)])
    write(automaton.rows)
    write(automaton.payloads)
    write(automaton.starts)
  }
}

private struct IndexReader {
  var position = 0

  mutating func read<Integer: FixedWidthInteger>(
    _ bytes: Span<UInt8>
  ) throws(RuleIndexError) -> [Integer] {
    let count = Int(try one(bytes, UInt32.self))
    let size = MemoryLayout<Integer>.size
    guard count <= (bytes.count - position) / size else { throw .malformed }
    let start = position
    position += count * size
    return bytes.withUnsafeBytes { source in
      (0..<count).map { index in
        Integer(
          littleEndian: source.loadUnaligned(
            fromByteOffset: start + index * size, as: Integer.self))
      }
    }
  }

  mutating func readAutomaton(_ bytes: Span<UInt8>) throws(RuleIndexError) -> PrefixAutomaton {
    var automaton = PrefixAutomaton()
    automaton.classOf = try read(bytes)
    let head: [UInt32] = try read(bytes)
    guard head.count == 2, head[0] <= 8, head[1] <= UInt16.max else { throw .malformed }
    automaton.shift = UInt8(head[0])
    automaton.rowCount = Int(head[1])
    automaton.rows = try read(bytes)
    automaton.payloads = try read(bytes)
    automaton.starts = try read(bytes)
    return automaton
  }

  private mutating func one<Integer: FixedWidthInteger>(
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
