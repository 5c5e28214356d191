import ExpungeText
import PCRE2

extension ScanLoop {
  /// Tries the rules whose needed byte stands at a place, where a match that holds it can begin.
  @inline(never)
  mutating func tryChunk(
    endingAt place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let needed = text[place]
    for index in Int(tables.firstChunks[Int(needed)])..<tables.chunkCount {
      guard tables.chunks[index].needed == needed, !tables.chunks[index].awaitsKeyword else {
        break
      }
      let flags = tables.chunkFlags + 256 * index
      let first = max(rangeStart, place - tables.chunks[index].width)
      var start = place
      while start > first, flags[Int(text[start - 1])] & ChunkTable.before != 0 { start -= 1 }
      try tryChunk(index, from: start, to: place, firstHit, &hits)
    }
  }

  /// Tries a rule whose keyword stands at a place, where a match that holds it can begin.
  @inline(never)
  mutating func tryBackwards(
    _ index: Int, from place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let chunk = tables.chunks[index]
    guard mayHold(chunk.rule, keywordAt: place) else { return }
    let start = max(rangeStart, slots[chunk.rule].tried, place - chunk.width)
    slots[chunk.rule].tried = place + 1
    try tryChunk(index, from: start, to: place, firstHit, &hits)
  }

  private mutating func tryChunk(
    _ index: Int, from first: Int, to place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let flags = tables.chunkFlags + 256 * index
    var start = first
    // At the text's start there is no word before: as after a space.
    var previous = start > 0 ? text[start - 1] : 0x20
    while start <= place {
      let byte = text[start]
      if mayBegin(flags[Int(byte)], after: previous) {
        try attempt(tables.chunks[index].rule, at: start, firstHit, &hits)
      }
      previous = byte
      start += 1
    }
  }

  @inline(__always)
  private func mayBegin(_ flags: UInt8, after previous: UInt8) -> Bool {
    if flags & ~ChunkTable.before == 0 { return false }
    if flags & ChunkTable.anywhere != 0 { return true }
    let isDigit = previous >= 0x30 && previous <= 0x39
    if flags & ChunkTable.atDigitStart != 0 { return !isDigit }
    let letter = previous | 0x20
    return !isDigit && !(letter >= 0x61 && letter <= 0x7A)
  }

  /// Rules that no place can be named for, each by its own pass through the text.
  ///
  /// - Parameter origin: as for `run`.
  mutating func searchWholeText(
    within ranges: [ByteRange], goingOnFrom origin: Int?, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let before = hits.count
    for number in tables.wholeTextRules {
      block = 0
      let slot = slots + Int(number)
      // The match that was found last may begin in a later range: till there nothing does.
      for range in ranges where range.end > slot.pointee.tried {
        // `\K` lets a match begin behind the place from which it was found.
        let from = origin.map { max($0, slot.pointee.resume) } ?? range.start
        try search(for: Int(number), from: from, to: range.end, &hits)
      }
    }
    guard hits.count > before else { return }
    hits[firstHit...].sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
  }

  /// Appends a rule's hits that begin before a place, and notes how far that is settled.
  private mutating func search(
    for rule: Int, from first: Int, to end: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    var from = first
    while from < end {
      slots[rule].attempts += 1
      let status =
        if let pattern = slots[rule].pattern {
          pattern.attempt(subject, at: from, scratch)
        } else {
          try firstAttempt(
            rule, at: from, cost: 1 + (count - from) / ScanMemory.searchedBytes)
        }
      if status == UnsafePatternReference.noMatch {
        slots[rule].tried = count
        return
      }
      guard status > 0 else {
        throw ScanFailure(rule: rules.rules[rule].identifier, offset: from)
      }
      let start = scratch.ovector[0]
      guard start < end else {
        slots[rule].tried = start
        return
      }
      if let hit = hit(of: rule) {
        hits.append(hit)
        from = hit.matchEnd
      } else {
        from = start + 1
        while from < count, text[from] & 0xC0 == 0x80 { from += 1 }
      }
      slots[rule].resume = from
    }
    slots[rule].tried = from
  }
}
