import CKernels
import PCRE2

/// The memory of one scanner, made once.
final class ScanMemory {
  /// What a scanner knows of one rule.
  struct Slot {
    /// With machine code; nil until the rule was tried so often that it pays.
    var pattern: UnsafePatternReference?
    /// Without; nil until the rule is first tried.
    var plain: UnsafePatternReference?
    /// What was spent without machine code, in attempts.
    var spent = 0
    /// Number of the group `value`, or 0 for the whole match.
    var valueGroup = 0
    /// No match may begin before: one that was accepted ends here.
    var resume = 0
    /// No match may begin before: it was tried backwards up to here, or searched for.
    var tried = 0
    var crossesBlocks = false
    var isValidated = false
    /// Attempts since the scanner was made.
    var attempts = 0
  }

  /// A place of a block of 64 whose first bytes ruled not everything out.
  struct Survivor {
    var place: Int
    var state: UInt
  }

  /// Attempts of a rule before machine code is made for it: making it takes as long as they do. Both
  /// grow with the pattern, so that it is one number for all.
  static let patience = 200
  /// Bytes that a search without machine code goes through in the time of an attempt, roughly.
  static let searchedBytes = 64

  /// The most bytes after a window that are classified with it, so that a run may be followed past its
  /// end: twice the widest rule that waits for a keyword.
  static let lookahead = 2 * TriggerIndex.widestKeywordRule

  let rules: RuleSet
  let windowBytes: Int
  let kernel: expunge_kernel
  var scratch: Scratch

  let candidates: UnsafeMutablePointer<UInt64>
  let wordStarts: UnsafeMutablePointer<UInt64>
  let breaks: UnsafeMutablePointer<UInt64>
  /// Of the block at hand; one more than it can have.
  let survivors: UnsafeMutablePointer<Survivor>
  let slots: UnsafeMutablePointer<Slot>
  /// The text's last bytes, and zeros.
  let tail: UnsafeMutablePointer<UInt8>
  static let tailBytes = PrefixAutomaton.reach + 16

  /// Keywords of the run at hand, ascending, and for each the rules whose keywords lie at or after.
  let keywordPlaces: UnsafeMutablePointer<Int>
  let keywordMasks: UnsafeMutablePointer<UInt64>
  /// For each block of the bit maps the rules whose keywords lie in it, as far as that was asked.
  let nearbyMasks: UnsafeMutablePointer<UInt64>
  /// The same for one block and those that follow it as far as a keyword may lie.
  let nearbyAhead: UnsafeMutablePointer<UInt64>

  init(rules: RuleSet, matchLimit: Int, windowBytes: Int, kernel: expunge_kernel) {
    self.rules = rules
    self.windowBytes = windowBytes
    self.kernel = kernel
    scratch = Scratch(matchLimit: matchLimit)
    let words = (windowBytes + Self.lookahead) / 64 + 2
    candidates = .allocate(capacity: words)
    wordStarts = .allocate(capacity: words)
    breaks = .allocate(capacity: words)
    survivors = .allocate(capacity: 65)
    slots = .allocate(capacity: max(rules.rules.count, 1))
    tail = .allocate(capacity: 2 * Self.tailBytes)
    // Between two words there is a byte at least.
    let places = Self.lookahead / 2 + 2
    keywordPlaces = .allocate(capacity: places)
    let maskWords = max(rules.ruleTables.maskWords, rules.guardTables.maskWords)
    keywordMasks = .allocate(capacity: places * maskWords)
    nearbyMasks = .allocate(capacity: words * maskWords)
    nearbyAhead = .allocate(capacity: maskWords)
    for (number, rule) in rules.rules.enumerated() {
      (slots + number).initialize(
        to: Slot(crossesBlocks: rule.crossesBlocks, isValidated: rule.validation != nil))
    }
  }

  deinit {
    candidates.deallocate()
    wordStarts.deallocate()
    breaks.deallocate()
    survivors.deallocate()
    slots.deallocate()
    tail.deallocate()
    keywordPlaces.deallocate()
    keywordMasks.deallocate()
    nearbyMasks.deallocate()
    nearbyAhead.deallocate()
  }
}
