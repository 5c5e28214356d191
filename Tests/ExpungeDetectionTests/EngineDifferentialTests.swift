import ExpungeDetection
import ExpungeText
import TestSupport
import Testing

/// The scanner equals one pass per rule, whatever the text, the window and the kernel.
struct EngineDifferentialTests {
  private static let set = Result { try RuleSet(rules: EngineRules.all) }

  private func expected(_ text: [UInt8], _ blocks: [ByteRange]) throws -> [Hit] {
    var reference = try OnePassPerRule(rules: EngineRules.all)
    var hits: [Hit] = []
    try reference.scan(text, blocks: blocks, into: &hits)
    return hits
  }

  private func found(
    _ text: [UInt8], _ blocks: [ByteRange], window: Int = 32 * 1024,
    kernel: Scanner.Kernel = .automatic
  ) throws -> [Hit] {
    var scanner = Scanner(
      rules: try Self.set.get(), matchLimit: 20_000, windowBytes: window, kernel: kernel)
    var hits: [Hit] = []
    try scanner.scan(text, blocks: blocks, into: &hits)
    return hits
  }

  private func compare(
    _ found: [Hit], _ expected: [Hit], _ text: [UInt8], _ what: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    guard found != expected else { return }
    let missing = Set(expected).subtracting(found)
    let extra = Set(found).subtracting(expected)
    let samples =
      (missing.prefix(3).map { ("missing", $0) } + extra.prefix(3).map { ("extra", $0) })
      .map { kind, hit in
        let around = max(0, hit.matchStart - 12)..<min(text.count, hit.matchEnd + 12)
        return
          "\(kind) \(EngineRules.all[Int(hit.rule)].identifier) at \(hit.matchStart)..<\(hit.matchEnd) in '\(String(decoding: text[around], as: UTF8.self))'"
      }
    Issue.record(
      "\(what): \(missing.count) missing, \(extra.count) extra: \(samples.joined(separator: "; "))",
      sourceLocation: location)
  }

  @Test(arguments: 1...24)
  func onFragments(seed: Int) throws {
    var generator = FragmentText(seed: UInt64(seed))
    let text = generator.text(bytes: 3_000 * (seed % 3 + 1))
    let blocks =
      seed % 2 == 0
      ? [] : generator.blocks(of: text, about: 40).map { ByteRange($0.lowerBound, $0.upperBound) }
    let expected = try expected(text, blocks)
    #expect(expected.count > 100)
    compare(try found(text, blocks), expected, text, "seed \(seed)")
  }

  @Test(arguments: [1, 2, 7, 63, 64, 65, 100, 1_000, 4_096])
  func inWindowsOfAnySize(window: Int) throws {
    var generator = FragmentText(seed: UInt64(1_000 + window))
    let text = generator.text(bytes: window < 10 ? 600 : 5_000)
    compare(
      try found(text, [], window: window), try expected(text, []), text, "window \(window)")
  }

  @Test func withEitherKernel() throws {
    var generator = FragmentText(seed: 77)
    let text = generator.text(bytes: 10_000)
    let portable = try found(text, [], kernel: .portable)
    compare(try found(text, [], kernel: .avx2), portable, text, "kernels")
    compare(portable, try expected(text, []), text, "portable")
  }

  @Test func onEveryLength() throws {
    var generator = FragmentText(seed: 5)
    let text = generator.text(bytes: 400)
    for length in 0...140 {
      var end = length
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      let part = Array(text[..<end])
      compare(try found(part, []), try expected(part, []), part, "length \(end)")
    }
  }

  @Test func onAdversarialTexts() throws {
    for (name, text) in AdversarialText.all(bytes: 4_000) {
      compare(try found(text, []), try expected(text, []), text, name)
    }
  }

  @Test func withKeywordsInsideWords() throws {
    let text = Array("TrustStreet RoadLane 4Street 42ndLane xStreet éRoad Mill Street\nx Mr".utf8)
    compare(try found(text, []), try expected(text, []), text, "keywords inside words")
  }

  private static let spokenWords = [
    "jo", "Ann.B", "at", "at ", "dot", "dot ", "dot com", " ", " ", "mail", "4", "é", "\n", "_",
    "-",
    "jo at mail dot com", "dotty",
  ]

  /// A rule that any word may begin is tried backwards from its keyword, whatever the windows and
  /// the blocks, and nowhere else.
  @Test(arguments: 1...8)
  func backwardsFromAKeyword(seed: Int) throws {
    var generator = FragmentText(seed: UInt64(seed), fragments: Self.spokenWords)
    let text = generator.text(bytes: 2_000)
    let blocks = generator.blocks(of: text, about: 50).map {
      ByteRange($0.lowerBound, $0.upperBound)
    }
    let spoken = EngineRules.all.firstIndex { $0.identifier == "test/spoken" }
    let expected = try expected(text, [])
    #expect(expected.contains { Int($0.rule) == spoken })
    for window in [1, 64, 300, 32 * 1024] {
      compare(try found(text, [], window: window), expected, text, "window \(window)")
    }
    compare(try found(text, blocks), try self.expected(text, blocks), text, "blocks")

    var scanner = Scanner(rules: try Self.set.get())
    var hits: [Hit] = []
    let plain = Array(String(repeating: "we met her at noon and spoke ", count: 200).utf8)
    try scanner.scan(plain, blocks: [], into: &hits)
    #expect(spoken.map { scanner.attempts[$0] } == 0)
  }

  @Test func acrossALongRun() throws {
    // Keywords further ahead than a run is read at a time.
    var text = Array(String(repeating: "Alpha Beta Gamma ", count: 700).utf8)
    text += Array("Council of the Road and Mary School".utf8)
    text += Array(String(repeating: " Delta", count: 900).utf8) + Array(" Hospital".utf8)
    compare(try found(text, []), try expected(text, []), text, "long run")
    compare(try found(text, [], window: 500), try expected(text, []), text, "long run in windows")
  }

  @Test func withAnEncodedIndex() throws {
    let derived = try Self.set.get()
    let bytes = derived.index.encode()
    let decoded = try RuleIndex(decoding: EncodedIndex(bytes[...]))
    #expect(decoded == derived.index)
    let set = try RuleSet(rules: EngineRules.all, index: decoded)
    var generator = FragmentText(seed: 9)
    let text = generator.text(bytes: 8_000)
    var scanner = Scanner(rules: set)
    var hits: [Hit] = []
    try scanner.scan(text, blocks: [], into: &hits)
    compare(hits, try expected(text, []), text, "decoded index")
  }

  @Test func oneScannerServesManyTexts() throws {
    var scanner = Scanner(rules: try Self.set.get())
    var generator = FragmentText(seed: 21)
    for _ in 0..<20 {
      let text = generator.text(bytes: 300)
      var hits: [Hit] = []
      try scanner.scan(text, blocks: [], into: &hits)
      compare(hits, try expected(text, []), text, "reused scanner")
    }
  }

  /// Rules first, then guards where rules hit: as if all had been looked for everywhere.
  @Test(arguments: 1...16)
  func guardsInTheBlocksOfHits(seed: Int) throws {
    let set = try Self.set.get()
    var generator = FragmentText(seed: UInt64(400 + seed))
    let text = generator.text(bytes: 4_000)
    let blocks = generator.blocks(of: text, about: 30 * seed % 200 + 20)
      .map { ByteRange($0.lowerBound, $0.upperBound) }
    let all = try expected(text, blocks)
    var scanner = Scanner(rules: set)
    var hits: [Hit] = []
    try scanner.scanRules(text, blocks: blocks, into: &hits)
    func isRule(_ hit: Hit) -> Bool {
      if case .rule = EngineRules.all[Int(hit.rule)].role { true } else { false }
    }
    #expect(hits.filter(isRule) == all.filter(isRule))
    // Of all rule hits a few only, so that many blocks are without.
    let few = hits.filter(isRule).enumerated().filter { $0.offset % 40 == 0 }.map(\.element)
    #expect(!few.isEmpty)
    let ranges = blocks.filter { block in
      few.contains { block.overlaps(ByteRange($0.matchStart, $0.matchEnd)) }
    }
    let before = hits
    try scanner.scanGuards(text, blocks: blocks, within: ranges, into: &hits)
    func matters(_ hit: Hit) -> Bool {
      ranges.contains { $0.contains(ByteRange(hit.matchStart, hit.matchEnd)) }
    }
    compare(hits.filter(matters), all.filter(matters), text, "seed \(seed)")
    compare(hits, all.filter { matters($0) || before.contains($0) }, text, "seed \(seed), all")
    for hit in few {
      for guardHit in all where guardHit.range.overlaps(hit.range) {
        #expect(hits.contains(guardHit), "seed \(seed): \(guardHit) speaks about \(hit)")
      }
    }
    // The rest of the blocks gives all.
    var rest: [ByteRange] = []
    var start = 0
    for range in ranges + [ByteRange(text.count, text.count)] {
      if range.start > start { rest.append(ByteRange(start, range.start)) }
      start = range.end
    }
    try scanner.scanGuards(text, blocks: blocks, within: rest, into: &hits)
    compare(hits, all, text, "seed \(seed), rest")
  }

  /// Piece by piece, guards in between, is as good as at once.
  @Test(arguments: 1...16)
  func rulesPieceByPiece(seed: Int) throws {
    let set = try Self.set.get()
    var generator = FragmentText(seed: UInt64(700 + seed))
    let text = generator.text(bytes: 6_000)
    let blocks = generator.blocks(of: text, about: 40).map {
      ByteRange($0.lowerBound, $0.upperBound)
    }
    var whole: [Hit] = []
    var scanner = Scanner(rules: set)
    try scanner.scanRules(text, blocks: blocks, into: &whole)
    var pieces: [Hit] = []
    var ignored: [Hit] = []
    var start = 0
    while start < text.count {
      let next = blocks.first { $0.start >= start + 20 * seed }?.start ?? text.count
      let before = pieces.count
      let here = blocks.filter { $0.end > start - scanner.reachBack && $0.start < next }
      try scanner.scanRules(
        text, blocks: here.isEmpty ? [blocks[0]] : here,
        piece: ByteRange(start, next), goingOnFrom: 0, into: &pieces)
      for hit in pieces[before...] { #expect(hit.matchStart >= start - scanner.reachBack) }
      try scanner.scanGuards(text, blocks: blocks, within: here, into: &ignored)
      start = next
    }
    pieces.sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
    compare(pieces, whole, text, "seed \(seed)")
  }

  /// Machine code is made when a rule was tried often; before, the interpreter answers.
  @Test func withAndWithoutMachineCode() throws {
    let set = try RuleSet(rules: EngineRules.all)
    var generator = FragmentText(seed: 50)
    var scanner = Scanner(rules: set)
    for round in 0..<60 {
      let text = generator.text(bytes: 40 + 20 * round)
      var hits: [Hit] = []
      try scanner.scan(text, blocks: [], into: &hits)
      compare(hits, try expected(text, []), text, "round \(round)")
    }
  }

  @Test func manyScannersShareARuleSet() async throws {
    let set = try RuleSet(rules: EngineRules.all)
    var generator = FragmentText(seed: 31)
    let text = generator.text(bytes: 6_000)
    let expected = try expected(text, [])
    let counts = try await withThrowingTaskGroup(of: [Hit].self) { group in
      for _ in 0..<4 {
        group.addTask {
          var scanner = Scanner(rules: set)
          var hits: [Hit] = []
          try scanner.scan(text, blocks: [], into: &hits)
          return hits
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.count == 4 && counts.allSatisfy { $0 == expected })
  }
}
