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
    let limit = min(start + lookahead, mapEnd)
    run = Run()
    // Where the run goes on past what was read, its last places are read again.
    run.end = limit == count ? count : max(start + 1, limit - tables.widestRun)
    let lookup = KeywordLookup(self)
    let wordStarts = memory.wordStarts
    let breakMap = memory.breaks
    var index = (start - mapStart) >> 6
    var skipped = UInt64.max << UInt64((start - mapStart) & 63)
    var block = mapStart + index << 6
    reading: while block < limit {
      let breaks = breakMap[index]
      var bits = (wordStarts[index] | breaks) & skipped
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
        guard readWord(at: place, isFirst: place == start, lookup) else {
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
  private mutating func readWord(at place: Int, isFirst: Bool, _ lookup: KeywordLookup) -> Bool {
    let first = text[place]
    var isConnector = false
    if let mask = lookup.keywords(at: place) {
      let words = lookup.maskWords
      isConnector = mask[0] & 1 != 0
      var any = mask[0] & ~1
      var word = 1
      while word < words {
        any |= mask[word]
        word += 1
      }
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
    return previous >= 0x80 || tables.joins[Int(previous)] != 0
  }

  /// The rules one of whose keywords lies as far ahead of a place as it may, or a little farther.
  @inline(__always)
  mutating func keywordsNearby(_ place: Int) -> UnsafePointer<UInt64> {
    let block = (place - mapStart) >> 6
    if block != nearbyBlock { readNearby(block) }
    return UnsafePointer(memory.nearbyAhead)
  }

  /// Looks up the words of a block of 64 bytes and of those that follow, each block once.
  @inline(never)
  private mutating func readNearby(_ block: Int) {
    nearbyBlock = block
    let words = tables.maskWords
    let masks = memory.nearbyMasks
    let ahead = memory.nearbyAhead
    let last = min(block + (63 + tables.nearby) >> 6, (mapEnd - mapStart - 1) >> 6)
    if nearbyRead <= last {
      let lookup = KeywordLookup(self)
      for index in max(nearbyRead, block)...last {
        let mask = masks + index * words
        mask.update(repeating: 0, count: words)
        var bits = memory.wordStarts[index]
        while bits != 0 {
          let place = mapStart + index << 6 + bits.trailingZeroBitCount
          bits &= bits &- 1
          guard let found = lookup.keywords(at: place) else { continue }
          for word in 0..<words { mask[word] |= found[word] }
        }
      }
      nearbyRead = last + 1
    }
    ahead.update(from: masks + block * words, count: words)
    for index in block + 1..<max(last, block) + 1 {
      let mask = masks + index * words
      for word in 0..<words { ahead[word] |= mask[word] }
    }
    for word in 0..<words { ahead[word] &= tables.nearbyMask[word] }
  }
}

/// What looking up a word needs, without the classes that own it.
private struct KeywordLookup {
  let text: UnsafePointer<UInt8>
  let paddedTail: UnsafePointer<UInt8>
  let tailStart: Int
  let lastWhole: Int
  let classOf: UnsafePointer<UInt8>
  let rows: UnsafePointer<UInt16>
  let payloads: UnsafePointer<UInt16>
  let masks: UnsafePointer<UInt64>
  let shift: Int
  let start: UInt
  let inner: UInt
  let maskWords: Int

  @inline(__always)
  init(_ loop: borrowing ScanLoop) {
    let tables = loop.tables
    text = loop.text
    paddedTail = loop.paddedTail
    tailStart = loop.tailStart
    lastWhole = loop.count - TriggerIndex.keywordBytes
    classOf = tables.keywordClassOf
    rows = tables.keywordRows
    payloads = tables.keywordPayloads
    masks = tables.keywordMasks
    shift = tables.keywordShift
    start = UInt(tables.keywordStart)
    inner = UInt(tables.keywordInnerCount - 1)
    maskWords = tables.maskWords
  }

  /// The rules that have a keyword at the start of a word; nil when none has.
  @inline(__always)
  func keywords(at place: Int) -> UnsafePointer<UInt64>? {
    let at = place <= lastWhole ? text + place : paddedTail + (place - tailStart)
    var state = start
    for eager in 0..<PrefixAutomaton.eagerDepth {
      state = UInt(rows[Int(state) << shift | Int(classOf[Int(at[eager])])])
    }
    guard state != 0 else { return nil }
    var next = at + PrefixAutomaton.eagerDepth
    let last = at + TriggerIndex.keywordBytes
    while state &- 1 < inner, next < last {
      state = UInt(rows[Int(state) << shift | Int(classOf[Int(next.pointee)])])
      next += 1
    }
    return state == 0 ? nil : masks + Int(payloads[Int(state)]) * maskWords
  }
}
