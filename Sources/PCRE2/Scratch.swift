import CPCRE2

/// Memory that matching needs, owned by one worker: serves every pattern, one match at a time.
///
/// Limits fail closed: reaching one throws `MatchError.gaveUp`.
package struct Scratch: ~Copyable {
  let data: OpaquePointer
  let context: OpaquePointer
  /// With the narrower limits of `UnsafePatternReference.interpret`.
  let interpreterContext: OpaquePointer
  private let stack: OpaquePointer?
  let ovector: UnsafeMutablePointer<Int>

  /// - Parameters:
  ///   - matchLimit: units of backtracking that one attempt at one start may take.
  ///   - stackBytes: the largest stack machine code may use; its start is 32 KB.
  package init(matchLimit: Int = 20_000, stackBytes: Int = 1 << 20) {
    // Each of these returns nil only when memory is exhausted, where Swift itself would trap.
    guard
      let data = pcre2_match_data_create_8(UInt32(Pattern.maximumCaptureCount + 1), nil),
      let context = pcre2_match_context_create_8(nil),
      let interpreterContext = pcre2_match_context_create_8(nil),
      let ovector = pcre2_get_ovector_pointer_8(data)
    else { fatalError("out of memory") }
    self.data = data
    self.context = context
    self.interpreterContext = interpreterContext
    self.ovector = ovector
    // Nil where the library has no JIT: the interpreter then obeys the limits below.
    stack = pcre2_jit_stack_create_8(min(32 * 1024, stackBytes), stackBytes, nil)
    if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
    pcre2_set_heap_limit_8(context, UInt32(max(1, stackBytes / 1024)))
    pcre2_set_heap_limit_8(interpreterContext, UInt32(max(1, stackBytes / 1024 / 4)))
    self.matchLimit = matchLimit
    setMatchLimit()
  }

  private func setMatchLimit() {
    pcre2_set_match_limit_8(context, UInt32(clamping: matchLimit))
    pcre2_set_match_limit_8(interpreterContext, UInt32(clamping: max(1, matchLimit / 4)))
  }

  deinit {
    if let stack { pcre2_jit_stack_free_8(stack) }
    pcre2_match_context_free_8(context)
    pcre2_match_context_free_8(interpreterContext)
    pcre2_match_data_free_8(data)
  }

  /// Units of backtracking that one attempt at one start may take.
  package var matchLimit: Int {
    didSet { setMatchLimit() }
  }

  /// What a group of the last match captured; nil when it took no part.
  ///
  /// Meaningful only after a match, until the next attempt, and for a number that the pattern has.
  package func range(ofGroup number: Int) -> Range<Int>? {
    guard number >= 0, number <= Pattern.maximumCaptureCount else { return nil }
    let start = ovector[2 * number]
    let end = ovector[2 * number + 1]
    // libpcre2 marks a group that took no part with all bits set.
    guard start >= 0, end >= start else { return nil }
    return start..<end
  }
}
