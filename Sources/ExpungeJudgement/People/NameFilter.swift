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
      let letters = Array(name.utf8)
      guard letters.count >= Misspellings.shortest else { continue }
      NameFilter.forEachShortened(letters[...]) { hash in
        let place = NameFilter.place(hash)
        bits[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  /// Calls `body` with every word of a range whose letters, or those without a plural's ending, may
  /// be a name, or a capitalised misspelling of one: some that are none, but never misses one. O(n).
  ///
  /// - Parameter splitsCapitals: whether "PembertonSarah" is two words where it is no name as one, as in
  ///   file names.
  func forEachCandidate(
    in range: ByteRange, of text: [UInt8], splitsCapitals: Bool = false, _ body: (Word) -> Void
  ) {
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
          // A misspelling may begin otherwise than its name.
          let isLong = end - index >= Misspellings.shortest && Ascii.isUpper(first)
          if isLong || mayBegin(first, index + 1 < end ? bytes[index + 1] : 0, beginnings),
            mayBeName(from: index, to: end, in: bytes)
          {
            body(Word(from: index, to: end, in: text))
          } else if splitsCapitals {
            for piece in NameFilter.pieces(from: index, to: end, in: bytes)
            where mayBeName(from: piece.start, to: piece.end, in: bytes) {
              body(Word(from: piece.start, to: piece.end, in: text))
            }
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
    if holds(hash) || holds(before) || holds(beforeThat) { return true }
    guard (Misspellings.shortest...32).contains(end - start), bytes[start] < 0x60 else {
      return false
    }
    let isPossessive = bytes[end - 2] == Ascii.apostrophe && bytes[end - 1] | 0x20 == 0x73
    let letters = bytes[start..<(isPossessive ? end - 2 : end)].filter { $0 != Ascii.apostrophe }
    var isMisspelt = false
    NameFilter.forEachShortened(letters[...]) { if holds($0) { isMisspelt = true } }
    return isMisspelt
  }

  /// The hash of a word's letters in small ones for each letter but the first left out. O(letters²).
  private static func forEachShortened(_ letters: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    var hash = seed
    for (place, letter) in letters.enumerated() {
      if place > 0 {
        var rest = hash
        for other in letters[(letters.startIndex + place + 1)...] { add(other | 0x20, to: &rest) }
        body(rest)
      }
      add(letter | 0x20, to: &hash)
    }
  }

  /// The pieces of a word that begin with a capital; none where there is one only.
  private static func pieces(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [ByteRange] {
    var starts = [start]
    for index in start + 1..<end
    where bytes[index] &- 0x41 < 26 && bytes[index - 1] &- 0x61 < 26 {
      starts.append(index)
    }
    guard starts.count > 1 else { return [] }
    return zip(starts, starts.dropFirst() + [end]).map { ByteRange($0, $1) }
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
