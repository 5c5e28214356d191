/// Everything the scanner derives from the patterns of a rule set, in two parts.
///
/// Made by `init(rules:)`, or made at build time and carried in the binary (`encode`,
/// `init(decoding:)`).
package struct RuleIndex: Sendable, Equatable {
  /// Of the patterns it was made for.
  var fingerprint: UInt64
  var ruleCount: Int
  /// Of the rules, and of the guards whose hits in a block depend on more than the block's places:
  /// they are looked for in the whole text.
  var rules: TriggerIndex
  /// Of all other guards: they can be looked for in single blocks.
  var guards: TriggerIndex

  /// Rules that no place can be named for: searched for through the whole text, one by one.
  package var wholeTextRules: [UInt16] { (rules.wholeTextRules + guards.wholeTextRules).sorted() }

  /// How far the automata are grown, in states that tell what follows: fewer are smaller and quicker
  /// to load, and call for more attempts that fail.
  package struct Size: Sendable {
    package var prefixStates = 8_000
    package var keywordStates = 1_500
    /// Text along which they are grown first.
    package var sample = SampleProse.text

    package init() {}
  }

  /// Derives all from the patterns.
  package init(rules: [Rule], size: Size = Size()) {
    fingerprint = Self.fingerprint(of: rules)
    ruleCount = rules.count
    var everywhere: [UInt16] = []
    var inBlocks: [UInt16] = []
    for (number, rule) in rules.enumerated() {
      if Self.staysInBlocks(rule) {
        inBlocks.append(UInt16(number))
      } else {
        everywhere.append(UInt16(number))
      }
    }
    self.rules = TriggerIndex(rules: rules, numbers: everywhere, size: size)
    // Guards are looked for in few blocks: what loads quickly serves them better.
    var small = size
    small.prefixStates /= 2
    guards = TriggerIndex(rules: rules, numbers: inBlocks, size: small)
  }

  init(fingerprint: UInt64, ruleCount: Int, rules: TriggerIndex, guards: TriggerIndex) {
    self.fingerprint = fingerprint
    self.ruleCount = ruleCount
    self.rules = rules
    self.guards = guards
  }

  /// Whether a guard's hits in a block are the same however much of the other blocks is searched:
  /// it may not cross blocks, and its matches begin where attempts begin, which `\K` would change.
  private static func staysInBlocks(_ rule: Rule) -> Bool {
    guard case .guarding = rule.role, !rule.crossesBlocks else { return false }
    do {
      _ = try PatternParser.parse(rule.pattern, ignoresCase: rule.ignoresCase)
      return true
    } catch {
      // What is not understood may hold a `\K`.
      return false
    }
  }

  /// A number that changes with any pattern, option or role.
  static func fingerprint(of rules: [Rule]) -> UInt64 {
    var hash = WordHash()
    for rule in rules {
      var isRule = false
      if case .rule = rule.role { isRule = true }
      hash.add((rule.ignoresCase ? 1 : 0) | (rule.crossesBlocks ? 2 : 0) | (isRule ? 4 : 0))
      var pattern = rule.pattern
      pattern.withUTF8 { hash.add(UnsafeRawBufferPointer($0)) }
    }
    return hash.value
  }
}

/// A quick hash against mistakes, not against malice: eight bytes a step.
struct WordHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 32
  }

  /// The bytes, and how many they are.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var last: UInt64 = 0
    while offset < bytes.count {
      last = last << 8 | UInt64(bytes[offset])
      offset += 1
    }
    add(last)
    add(UInt64(bytes.count))
  }
}
