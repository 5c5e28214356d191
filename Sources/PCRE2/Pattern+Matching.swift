import CPCRE2

extension Pattern {
  /// The leftmost match that starts at or after `from`; nil when there is none.
  ///
  /// The subject is not copied, and a lookbehind may look before `from`. For an anchored pattern
  /// the only start tried is `from`.
  ///
  /// - Precondition: `text` is valid UTF-8: libpcre2 is told not to check it again. `from` stands
  ///   on a scalar's first byte or at the end.
  /// - Throws: `MatchError.gaveUp` at a limit of the scratch.
  package func firstMatch(
    in text: Span<UInt8>, from: Int = 0, with scratch: inout Scratch
  ) throws(MatchError) -> Match? {
    try search(text, from, notEmptyAtStart: false, &scratch)
  }

  /// Every match from left to right, each beginning where the one before ended.
  ///
  /// After an empty match the next is looked for at the same place, but must not be empty there.
  /// The same preconditions as `firstMatch`. `body` returns whether to go on.
  package func forEachMatch(
    in text: Span<UInt8>, from: Int = 0, with scratch: inout Scratch,
    _ body: (Match, borrowing Scratch) -> Bool
  ) throws(MatchError) {
    var offset = from
    var notEmpty = false
    while let match = try search(text, offset, notEmptyAtStart: notEmpty, &scratch) {
      guard body(match, scratch) else { return }
      offset = max(match.end, offset)
      notEmpty = match.isEmpty
    }
  }

  private func search(
    _ text: Span<UInt8>, _ from: Int, notEmptyAtStart: Bool, _ scratch: inout Scratch
  ) throws(MatchError) -> Match? {
    precondition(from >= 0 && from <= text.count, "a search must start inside its subject")
    let flags = notEmptyAtStart ? PCRE2_NOTEMPTY_ATSTART : 0
    let reference = unsafeReference
    let memory = scratch.unsafeReference
    let status = text.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
        empty.initialize(repeating: 0)
        // An empty span has no address.
        guard let address = buffer.baseAddress ?? UnsafePointer(empty.baseAddress) else {
          return PCRE2_ERROR_NULL
        }
        return reference.attempt(
          UnsafeBufferPointer(start: address, count: buffer.count), at: from, memory,
          flags: flags)
      }
    }
    guard status > 0 else {
      if status == PCRE2_ERROR_NOMATCH { return nil }
      throw MatchError(status: status)
    }
    return Match(start: scratch.ovector[0], end: scratch.ovector[1])
  }
}

extension MatchError {
  /// - Parameter status: what libpcre2 returned, other than "no match".
  package init(status: Int32) {
    switch status {
    case PCRE2_ERROR_MATCHLIMIT: self = .gaveUp(.units)
    case PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_DEPTHLIMIT,
      PCRE2_ERROR_NOMEMORY:
      self = .gaveUp(.memory)
    default: self = .failed(status)
    }
  }
}
