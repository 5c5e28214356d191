import PCRE2

extension ScanLoop {
  /// Tries the rules whose needed byte stands at a place, where a match that holds it can begin.
  @inline(never)
  mutating func tryChunk(
    endingAt place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let needed = text[place]
    for one in rules.index.chunkRules where one.gate.needed == needed {
      var start = place
      while start > 0, one.gate.before[text[start - 1]] { start -= 1 }
      while start <= place {
        let isAfterStart = start > 0
        // At the text's start there is no word before: as after a space.
        let previous = isAfterStart ? text[start - 1] : 0x20
        if one.mayBegin(with: text[start], after: previous) {
          try attempt(Int(one.rule), at: start, firstHit, &hits)
        }
        start += 1
      }
    }
  }

  /// Rules that no place can be named for, each by its own pass through the text.
  mutating func searchWholeText(_ firstHit: Int, _ hits: inout [Hit]) throws(ScanFailure) {
    let before = hits.count
    for number in rules.index.wholeTextRules {
      let rule = Int(number)
      block = 0
      let pattern = if let known = slots[rule].pattern { known } else { try prepare(rule, 0) }
      var from = 0
      while from <= count {
        attempts += 1
        let status = pattern.attempt(subject, at: from, scratch)
        if status == UnsafePatternReference.noMatch { break }
        guard status > 0 else {
          throw ScanFailure(rule: rules.rules[rule].identifier, offset: from)
        }
        let start = scratch.ovector[0]
        if let hit = hit(of: rule) {
          hits.append(hit)
          from = hit.matchEnd
        } else {
          from = start + 1
          while from < count, text[from] & 0xC0 == 0x80 { from += 1 }
        }
      }
    }
    guard hits.count > before else { return }
    hits[firstHit...].sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
  }
}
