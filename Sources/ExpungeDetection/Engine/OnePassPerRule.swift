package import ExpungeText
import PCRE2

/// What a scanner must equal, hit for hit: each rule searched for by itself through the whole text.
///
/// Slow, and plain enough to be read as the definition of a hit.
package struct OnePassPerRule: ~Copyable {
  package let rules: [Rule]
  private let patterns: [Pattern]
  private var scratch: Scratch

  package init(rules: [Rule], matchLimit: Int = Limits().patternUnits) throws(RuleSetError) {
    self.rules = rules
    var patterns: [Pattern] = []
    for rule in rules { patterns.append(try RuleSet.compile(rule, anchored: false)) }
    self.patterns = patterns
    scratch = Scratch(matchLimit: matchLimit)
  }

  /// The hits of every rule, appended in the order of `Scanner.scan`.
  package mutating func scan(
    _ text: [UInt8], blocks: [ByteRange], into hits: inout [Hit]
  ) throws(ScanFailure) {
    let blocks = blocks.isEmpty ? [ByteRange(0, text.count)] : blocks
    var found: [Hit] = []
    for number in rules.indices { try pass(number, text, blocks, into: &found) }
    found.sort { ($0.matchStart, $0.rule) < ($1.matchStart, $1.rule) }
    hits += found
  }

  private mutating func pass(
    _ number: Int, _ text: [UInt8], _ blocks: [ByteRange], into hits: inout [Hit]
  ) throws(ScanFailure) {
    let rule = rules[number]
    let pattern = patterns[number]
    let value = pattern.group(named: "value")
    var from = 0
    while from <= text.count {
      let match: Match?
      do {
        match = try pattern.firstMatch(in: text.span, from: from, with: &scratch)
      } catch {
        throw ScanFailure(rule: rule.identifier, offset: from)
      }
      guard let match else { return }
      let whole = ByteRange(match.start, match.end)
      var core = whole
      if let value, let range = scratch.range(ofGroup: value) {
        core = ByteRange(range.lowerBound, range.upperBound)
      }
      from = Self.next(after: match.start, in: text)
      guard !match.isEmpty else { continue }
      guard rule.crossesBlocks || blocks.contains(where: { $0.contains(whole) }) else { continue }
      var grade = Grade.none
      if let validation = rule.validation {
        grade = validation.validator.grade(text[core.start..<core.end].span)
        if validation.rejects, grade == .fail { continue }
      }
      from = match.end
      hits.append(
        Hit(
          rule: Int32(number), grade: grade, start: core.start, end: core.end,
          matchStart: whole.start, matchEnd: whole.end))
    }
  }

  /// The scalar after the one at `offset`.
  private static func next(after offset: Int, in text: [UInt8]) -> Int {
    var offset = offset + 1
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
