import CKernels
import ExpungeText
import PCRE2

/// One scan of one text. The only place, beside its extensions, where the engine goes through
/// memory unchecked: every table was checked or made by us, and the text is walked within its count.
struct ScanLoop {
  let memory: ScanMemory
  let rules: RuleSet
  let tables: ScanTables
  let text: UnsafePointer<UInt8>
  let count: Int
  let subject: UnsafeBufferPointer<UInt8>
  let blocks: UnsafeBufferPointer<ByteRange>
  let scratch: UnsafeScratchReference
  let slots: UnsafeMutablePointer<ScanMemory.Slot>

  /// `text`, but readable for some bytes past the end: for places among the last ones.
  let paddedTail: UnsafePointer<UInt8>
  let tailStart: Int

  /// The first block that does not end before the place at hand.
  var block = 0

  /// Of the range at hand, or of what it goes on with: no match begins before.
  var rangeStart = 0
  /// Bytes after a window that are classified with it: as far as runs and keywords are followed.
  let lookahead: Int
  /// Of the bit maps.
  var mapStart = 0
  var mapEnd = 0
  var run = Run()
  /// Blocks of the bit maps in which keywords near by were looked for.
  var nearbyRead = 0
  /// The block of the bit maps that `ScanMemory.nearbyAhead` speaks of.
  var nearbyBlock = -1

  /// Keywords ahead, for places from the run's start to `end`.
  struct Run {
    var end = 0
    var keywordCount = 0
    var cursor = 0
  }

  init(
    _ memory: ScanMemory, _ rules: RuleSet, _ tables: ScanTables, _ start: UnsafePointer<UInt8>,
    _ bytes: UnsafeBufferPointer<UInt8>, _ blocks: UnsafeBufferPointer<ByteRange>
  ) {
    self.memory = memory
    self.rules = rules
    self.blocks = blocks
    self.tables = tables
    count = bytes.count
    text = start
    subject = bytes
    scratch = memory.scratch.unsafeReference
    slots = memory.slots
    lookahead = min(ScanMemory.lookahead, max(2 * tables.widestRun, tables.nearby) + 128)
    let size = min(count, ScanMemory.tailBytes)
    memory.tail.initialize(repeating: 0, count: 2 * ScanMemory.tailBytes)
    memory.tail.update(from: text + (count - size), count: size)
    tailStart = count - size
    paddedTail = UnsafePointer(memory.tail)
  }

  /// Appends the hits that begin in some ranges of whole blocks, ascending.
  ///
  /// - Parameter origin: where a scan began that this one goes on with; nil for one that is whole by
  ///   itself.
  mutating func run(
    within ranges: [ByteRange], goingOnFrom origin: Int? = nil, into hits: inout [Hit]
  ) throws(ScanFailure) {
    if origin == nil || origin == ranges.first?.start {
      for rule in tables.numbers {
        slots[Int(rule)].resume = 0
        slots[Int(rule)].tried = 0
      }
    }
    let firstHit = hits.count
    for range in ranges {
      rangeStart = origin ?? range.start
      try walkWindows(of: range, firstHit, &hits)
    }
    try searchWholeText(within: ranges, goingOnFrom: origin, firstHit, &hits)
  }

  private mutating func walkWindows(
    of range: ByteRange, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    // A place needs the bytes of the automaton's reach behind it; the last ones have them in the
    // padded tail.
    let bulk = max(0, count - PrefixAutomaton.reach)
    var start = range.start
    while start < range.end {
      let end = start < bulk ? min(start + memory.windowBytes, bulk, range.end) : range.end
      classify(from: start, to: min(end + lookahead, count))
      try walk(from: start, to: end, firstHit, &hits)
      start = end
    }
  }

  private mutating func classify(from start: Int, to end: Int) {
    mapStart = start
    mapEnd = end
    nearbyRead = 0
    nearbyBlock = -1
    expunge_classify(
      text + start, end - start, start == 0 ? 0 : text[start - 1], tables.classes, memory.kernel,
      memory.candidates, memory.wordStarts, memory.breaks)
  }

  /// Tries what may begin at each candidate of a window.
  private mutating func walk(
    from start: Int, to end: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    // The usual width of a row stands in the code, where it costs nothing.
    if tables.shift == PrefixAutomaton.usualShift {
      try walk(from: start, to: end, shift: PrefixAutomaton.usualShift, firstHit, &hits)
    } else {
      try walk(from: start, to: end, shift: tables.shift, firstHit, &hits)
    }
  }

  @inline(__always)
  private mutating func walk(
    from start: Int, to end: Int, shift: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    // What the loop reads stands in locals: no class is touched in it.
    let candidates = memory.candidates
    let survivors = memory.survivors
    let classOf = tables.classOf
    let rows = tables.rows
    let roots = tables.roots
    let chunkEnds = tables.chunkEnds
    let inBulk = start < count - PrefixAutomaton.reach
    let bytes = inBulk ? text : paddedTail
    let shiftOfPlace = inBulk ? 0 : tailStart

    var block = start
    var word = candidates
    while block < end {
      var bits = word.pointee
      word += 1
      if end - block < 64 { bits &= (1 << UInt64(end - block)) &- 1 }
      var alive = 0
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        let place = block + bit
        bits &= bits &- 1
        let at = bytes + (place - shiftOfPlace)
        var state = UInt(roots[Int(place == 0 ? 0x0A : (at - 1).pointee)])
        // The dead state leads back to itself, as ends do.
        for eager in 0..<PrefixAutomaton.eagerDepth {
          state = UInt(rows[Int(state) << shift | Int(classOf[Int(at[eager])])])
        }
        // Without a branch that text decides: nearly all are dead by now, but nobody knows which.
        survivors[alive] = ScanMemory.Survivor(place: place, state: state)
        alive += state == 0 ? 0 : 1
        if chunkEnds[Int(at.pointee)] != 0 {
          try tryChunk(endingAt: place, firstHit, &hits)
        }
      }
      for index in 0..<alive {
        let place = survivors[index].place
        try walkOn(
          from: survivors[index].state, at: place, bytes + (place - shiftOfPlace), shift: shift,
          firstHit, &hits)
      }
      block += 64
    }
  }

  /// Goes on from the state that a place's first bytes lead to, and tries what comes of it.
  @inline(__always)
  private mutating func walkOn(
    from first: UInt, at place: Int, _ bytes: UnsafePointer<UInt8>, shift: Int, _ firstHit: Int,
    _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let classOf = tables.classOf
    let rows = tables.rows
    let plainCount = UInt(tables.plainCount)
    let plain = plainCount - 1
    var state = first
    var next = bytes + PrefixAutomaton.eagerDepth
    let last = bytes + PrefixAutomaton.reach
    while true {
      // Neither dead, nor an end, nor one that gives out rules, in one comparison.
      while state &- 1 < plain, next < last {
        state = UInt(rows[Int(state) << shift | Int(classOf[Int(next.pointee)])])
        next += 1
      }
      guard state >= plainCount, state < UInt(tables.innerCount) else { break }
      try tryPayload(
        Int(tables.emissions[Int(state - plainCount)]), at: place, firstHit, &hits)
      guard next < last else { break }
      state = UInt(rows[Int(state) << shift | Int(classOf[Int(next.pointee)])])
      next += 1
    }
    let payload = Int(tables.payloads[Int(state)])
    if payload != 0 { try tryPayload(payload, at: place, firstHit, &hits) }
  }

  private mutating func tryPayload(
    _ payload: Int, at place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    let record = tables.records + 4 * payload
    var entry = tables.entries + Int(record[0])
    let last = tables.entries + Int(record[1])
    while entry < last {
      if entry.pointee & TriggerIndex.backwards == 0 {
        try attempt(Int(entry.pointee), at: place, firstHit, &hits)
      } else {
        let index = Int(entry.pointee & ~TriggerIndex.backwards)
        try tryBackwards(index, from: place, firstHit, &hits)
      }
      entry += 1
    }
    if record[2] != 0, let ahead = keywordsAhead(of: place) {
      let mask = tables.masks + Int(record[2]) * tables.maskWords
      for index in 0..<tables.maskWords {
        var bits = mask[index] & ahead[index]
        while bits != 0 {
          let rule = tables.keywordRules[64 * index + bits.trailingZeroBitCount - 1]
          bits &= bits &- 1
          try attempt(Int(rule), at: place, firstHit, &hits)
        }
      }
    }
    guard record[3] != 0 else { return }
    let near = keywordsNearby(place)
    let mask = tables.masks + Int(record[3]) * tables.maskWords
    for index in 0..<tables.maskWords {
      var bits = mask[index] & near[index]
      while bits != 0 {
        let rule = tables.keywordRules[64 * index + bits.trailingZeroBitCount - 1]
        bits &= bits &- 1
        try attempt(Int(rule), at: place, firstHit, &hits)
      }
    }
  }

  @inline(__always)
  mutating func attempt(
    _ rule: Int, at place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    guard place >= slots[rule].resume, mayMatch(rule, at: place) else { return }
    slots[rule].attempts += 1
    let status =
      if let pattern = slots[rule].pattern {
        pattern.attempt(subject, at: place, scratch)
      } else { try firstAttempt(rule, at: place, cost: 1) }
    guard status != UnsafePatternReference.noMatch else { return }
    try accept(rule, status, at: place, firstHit, &hits)
  }

  /// An attempt of a rule that has no machine code yet; it is made when enough was spent without.
  ///
  /// - Parameter cost: what the attempt may take, in attempts at one place.
  @inline(never)
  mutating func firstAttempt(
    _ rule: Int, at place: Int, cost: Int
  ) throws(ScanFailure) -> Int32 {
    slots[rule].spent += cost
    if slots[rule].spent <= ScanMemory.patience {
      let plain =
        if let known = slots[rule].plain { known } else {
          try prepare(rule, place, machineCode: false)
        }
      slots[rule].plain = plain
      if plain.isJITCompiled {
        slots[rule].pattern = plain
        return plain.attempt(subject, at: place, scratch)
      }
      if let status = plain.interpret(subject, at: place, scratch) { return status }
    }
    let pattern = try prepare(rule, place, machineCode: true)
    slots[rule].pattern = pattern
    return pattern.attempt(subject, at: place, scratch)
  }

  /// The rule's code, compiled now if no scanner needed it before.
  private mutating func prepare(
    _ rule: Int, _ place: Int, machineCode: Bool
  ) throws(ScanFailure) -> UnsafePatternReference {
    let pattern: Pattern
    do {
      pattern = try rules.pattern(of: rule, machineCode: machineCode)
    } catch {
      throw ScanFailure(rule: rules.rules[rule].identifier, offset: place)
    }
    // The rule set keeps the pattern alive.
    slots[rule].valueGroup = pattern.group(named: "value") ?? 0
    return pattern.unsafeReference
  }

  /// Turns a match into a hit, if its block and its validator let it be one.
  @inline(never)
  private mutating func accept(
    _ rule: Int, _ status: Int32, at place: Int, _ firstHit: Int, _ hits: inout [Hit]
  ) throws(ScanFailure) {
    guard status > 0 else { throw ScanFailure(rule: rules.rules[rule].identifier, offset: place) }
    guard let hit = hit(of: rule) else { return }
    slots[rule].resume = hit.matchEnd
    var index = hits.count
    hits.append(hit)
    // Rules of one place come in no order, and a chunk's match begins before its end.
    while index > firstHit, isBefore(hit, hits[index - 1]) {
      hits[index] = hits[index - 1]
      index -= 1
    }
    hits[index] = hit
  }

  private func isBefore(_ a: Hit, _ b: Hit) -> Bool {
    a.matchStart != b.matchStart ? a.matchStart < b.matchStart : a.rule < b.rule
  }

  /// The hit of the match that the scratch holds; nil when it is none.
  mutating func hit(of rule: Int) -> Hit? {
    let start = scratch.ovector[0]
    let end = scratch.ovector[1]
    guard end > start, slots[rule].crossesBlocks || isInOneBlock(start, end) else { return nil }
    var core = (start, end)
    let group = slots[rule].valueGroup
    if group > 0, scratch.ovector[2 * group] >= 0 {
      core = (scratch.ovector[2 * group], scratch.ovector[2 * group + 1])
    }
    var grade = Grade.none
    if slots[rule].isValidated, let validation = rules.rules[rule].validation {
      let value = UnsafeBufferPointer(rebasing: subject[core.0..<core.1])
      grade = validation.validator.grade(value.span)
      if validation.rejects, grade == .fail { return nil }
    }
    return Hit(
      rule: Int32(rule), grade: grade, start: core.0, end: core.1, matchStart: start,
      matchEnd: end)
  }

  private mutating func isInOneBlock(_ start: Int, _ end: Int) -> Bool {
    guard !blocks.isEmpty else { return true }
    // Places ascend, but for a chunk's, which goes back a little.
    while block > 0, blocks[block - 1].end > start { block -= 1 }
    while block < blocks.count, blocks[block].end <= start { block += 1 }
    return block < blocks.count && blocks[block].start <= start && end <= blocks[block].end
  }
}
