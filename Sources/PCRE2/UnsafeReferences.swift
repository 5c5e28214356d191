import CPCRE2

/// A pattern without its owner, for the innermost loop of the engine, where counting references
/// would cost as much as matching.
///
/// - Warning: the owner must stay alive as long as this is used.
package struct UnsafePatternReference {
  let code: OpaquePointer
  package let isJITCompiled: Bool

  /// `attempt` returns this where the pattern does not match.
  package static var noMatch: Int32 { PCRE2_ERROR_NOMATCH }

  /// Matches from an offset; above zero the scratch's ovector holds the match.
  ///
  /// - Parameter subject: valid UTF-8 with an address, even when empty.
  /// - Returns: above zero for a match, `noMatch`, or an error for `MatchError(status:)`.
  package func attempt(
    _ subject: UnsafeBufferPointer<UInt8>, at offset: Int, _ scratch: UnsafeScratchReference,
    flags: UInt32 = 0
  ) -> Int32 {
    if isJITCompiled {
      return pcre2_jit_match_8(
        code, subject.baseAddress, subject.count, offset, flags, scratch.data, scratch.context)
    }
    return pcre2_match_8(
      code, subject.baseAddress, subject.count, offset, flags | PCRE2_NO_UTF_CHECK, scratch.data,
      scratch.context)
  }

  /// Matches from an offset without machine code; nil when that takes too long, and only an attempt
  /// with machine code may tell.
  ///
  /// An answer is that of `attempt`: the interpreter counts every step that machine code counts and
  /// more, so that what it settles in a quarter of the limits lies within them for machine code too.
  package func interpret(
    _ subject: UnsafeBufferPointer<UInt8>, at offset: Int, _ scratch: UnsafeScratchReference
  ) -> Int32? {
    let status = pcre2_match_8(
      code, subject.baseAddress, subject.count, offset, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
      scratch.data, scratch.interpreterContext)
    return status > 0 || status == PCRE2_ERROR_NOMATCH ? status : nil
  }
}

/// A scratch without its owner; see `UnsafePatternReference`.
package struct UnsafeScratchReference {
  let data: OpaquePointer
  let context: OpaquePointer
  let interpreterContext: OpaquePointer
  /// Start and end of the whole match, then of each group; below zero where it took no part.
  package let ovector: UnsafeMutablePointer<Int>
}

extension Pattern {
  package var unsafeReference: UnsafePatternReference {
    UnsafePatternReference(code: code, isJITCompiled: isJITCompiled)
  }
}

extension Scratch {
  package var unsafeReference: UnsafeScratchReference {
    UnsafeScratchReference(
      data: data, context: context, interpreterContext: interpreterContext, ovector: ovector)
  }
}
