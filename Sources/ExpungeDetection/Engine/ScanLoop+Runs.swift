extension ScanLoop {
  /// The rules one of whose keywords lies at or after a place, in the run that begins there; nil
  /// when there is none.
  ///
  /// The run is walked once for all its places; see `RunLanguage` for what it is.
  @inline(__always)
  mutating func keywordsAhead(of place: Int) -> UnsafePointer<UInt64>? {
    if place >= run.end { readRun(from: place) }
    while run.cursor < run.keywordCount, memory.keywordPlaces[run.cursor] < place {
      run.cursor += 1
    }
    guard run.cursor < run.keywordCount else { return nil }
    return UnsafePointer(memory.keywordMasks + run.cursor * tables.maskWords)
  }

  @inline(never)
  private mutating func readRun(from start: Int) {
    let limit = min(start + ScanMemory.lookahead, mapEnd)
    run = Run()
    // Where the run goes on past what was read, its last places are read again.
    run.end = limit == count ? count : max(start + 1, limit - tables.widestRun)
    var index = (start - mapStart) >> 6
    var skipped = UInt64.max << UInt64((start - mapStart) & 63)
    var block = mapStart + index << 6
    reading: while block < limit {
      let breaks = memory.breaks[index]
      var bits = (memory.wordStarts[index] | breaks) & skipped
      skipped = .max
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        bits &= bits &- 1
        let place = block + bit
        guard place < limit else { break reading }
        if breaks >> UInt64(bit) & 1 != 0 {
          run.end = max(place, start + 1)
          break reading
        }
        guard readWord(at: place, isFirst: place == start) else {
          run.end = place
          break reading
        }
      }
      index += 1
      block += 64
    }
    // From right to left: what lies at a keyword or after it.
    let words = tables.maskWords
    guard run.keywordCount > 1 else { return }
    for place in stride(from: run.keywordCount - 2, through: 0, by: -1) {
      for word in 0..<words {
        memory.keywordMasks[place * words + word] |= memory.keywordMasks[(place + 1) * words + word]
      }
    }
  }

  /// Notes a word's keyword. Returns whether the run goes on over it.
  @inline(__always)
  private mutating func readWord(at place: Int, isFirst: Bool) -> Bool {
    let depth = PrefixAutomaton.depth
    var next = place + depth <= count ? text + place : paddedTail + (place - tailStart)
    let first = next.pointee
    let last = next + depth
    var state = UInt(tables.keywordStart)
    let rowCount = UInt(tables.keywordRowCount - 1)
    while state &- 1 < rowCount, next < last {
      let number = Int(tables.keywordClassOf[Int(next.pointee)])
      state = UInt(tables.keywordRows[Int(state) << tables.keywordShift | number])
      next += 1
    }
    var isConnector = false
    if state != 0 {
      let words = tables.maskWords
      let mask = tables.keywordMasks + Int(tables.keywordPayloads[Int(state)]) * words
      isConnector = mask[0] & 1 != 0
      var any = mask[0] & ~1
      for word in 1..<max(words, 1) { any |= mask[word] }
      if any != 0 {
        let target = memory.keywordMasks + run.keywordCount * words
        target.update(from: mask, count: words)
        memory.keywordPlaces[run.keywordCount] = place
        run.keywordCount += 1
      }
    }
    let isLower = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
    if !isLower || isFirst || isConnector { return true }
    let previous = text[place - 1]
    return previous >= 0x80 || RunLanguage.isJoin(previous)
  }
}

extension RunLanguage {
  @inline(__always)
  static func isJoin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
  }
}
