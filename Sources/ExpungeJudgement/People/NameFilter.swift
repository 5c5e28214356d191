import ExpungeText

/// Finds the few words of a long text that may be a found name, without making strings of the rest.
struct NameFilter {
  /// One bit for each hash that a name has, modulo the table.
  private var bits: [UInt64]
  private static let mask: UInt64 = (1 << 15) - 1
  /// One bit for each two letters with which a name begins; a row for each first letter.
  private var beginnings = [UInt32](repeating: 0, count: 32)

  init(_ names: some Sequence<String>) {
    bits = Array(repeating: 0, count: Int(NameFilter.mask + 1) / 64)
    for name in names {
      var hash = NameFilter.seed
      for byte in name.utf8 { NameFilter.add(byte, to: &hash) }
      let place = NameFilter.place(hash)
      bits[place >> 6] |= 1 << UInt64(place & 63)
      // Words that begin otherwise are not judged by their beginning.
      let first = name.utf8.prefix(2)
      if let letter = first.first, let second = first.last, first.count == 2 {
        beginnings[Int(letter & 31)] |= 1 << UInt32(second & 31)
      }
    }
  }

  /// Calls `body` with every word of a range whose letters, or those without a plural's ending, may
  /// be a name: some that are none, but never misses one. O(n).
  func forEachCandidate(in range: ByteRange, of text: [UInt8], _ body: (Word) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      beginnings.withUnsafeBufferPointer { beginnings in
        var index = range.start
        while index < range.end {
          let first = bytes[index]
          guard Word.opens(first) else {
            index += 1
            continue
          }
          let end = Word.end(ofWordAt: index, before: range.end) { bytes[$0] }
          if mayBegin(first, index + 1 < end ? bytes[index + 1] : 0, beginnings),
            mayBeName(from: index, to: end, in: bytes)
          {
            body(Word(from: index, to: end, in: text))
          }
          index = end
        }
      }
    }
  }

  /// Whether a name may begin with a word's first two bytes; a name has two letters at least.
  @inline(__always)
  private func mayBegin(
    _ first: UInt8, _ second: UInt8, _ beginnings: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    if first >= 0x80 || second >= 0x80 || second == Ascii.apostrophe { return true }
    return beginnings[Int(first & 31)] >> UInt32(second & 31) & 1 != 0
  }

  private func mayBeName(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var hash = NameFilter.seed
    var before = hash
    var beforeThat = hash
    for index in start..<end {
      let byte = bytes[index]
      // Case beyond ASCII is settled by the word itself.
      if byte >= 0x80 { return true }
      if byte == Ascii.apostrophe { continue }
      beforeThat = before
      before = hash
      NameFilter.add(byte | 0x20, to: &hash)
    }
    return holds(hash) || holds(before) || holds(beforeThat)
  }

  private func holds(_ hash: UInt64) -> Bool {
    let place = NameFilter.place(hash)
    return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  private static func place(_ hash: UInt64) -> Int { Int((hash >> 32) & mask) }
}
