import CPCRE2

/// One compiled pattern of libpcre2: UTF-8, without Unicode character properties for `\w \d \b`.
///
/// Immutable after `init`; any number of tasks match with it, each with a `Scratch` of its own.
package final class Pattern: Sendable {
  package struct Options: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let ignoresCase = Options(rawValue: 1)
    /// Matches only where an attempt begins.
    package static let anchored = Options(rawValue: 2)
    /// Leaves out PCRE2's search for a first or a needed byte, which reads ahead in the subject at
    /// every call: right for anchored attempts, wrong for a search.
    package static let noStartOptimize = Options(rawValue: 4)
    /// White space in the pattern means nothing and `#` begins a comment.
    package static let extended = Options(rawValue: 8)
    /// The pattern is plain text.
    package static let literal = Options(rawValue: 16)
  }

  /// Groups a pattern may capture; every `Scratch` has room for so many.
  package static let maximumCaptureCount = 63

  package let source: String
  package let options: Options
  package let captureCount: Int
  /// Numbers of the named groups.
  package let groups: [String: Int]
  /// Whether machine code was made; without it matching is some five times slower, and equal.
  package let isJITCompiled: Bool

  // Written once, before `init` returns; libpcre2 documents a compiled and JIT-compiled pattern as
  // read-only during matching, so sharing the pointer between threads is safe.
  nonisolated(unsafe) let code: OpaquePointer

  /// Compiles a pattern.
  ///
  /// - Parameter machineCode: whether to make machine code, which takes three times as long as all
  ///   the rest and pays from some hundred attempts on.
  /// - Throws: `PatternError` with the byte of the pattern at which libpcre2 stopped.
  package init(
    _ source: String, options: Options = [], machineCode: Bool = true
  ) throws(PatternError) {
    let code = try Self.compile(source, options)
    self.code = code
    self.source = source
    self.options = options
    isJITCompiled =
      machineCode && pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    captureCount = Int(count)
    groups = Self.readGroups(of: code)
    if captureCount > Self.maximumCaptureCount {
      // The deinitialiser frees the code: every stored property is set.
      throw PatternError(
        code: PatternError.tooManyGroups, offset: source.utf8.count,
        message: "more than \(Self.maximumCaptureCount) capturing groups")
    }
  }

  /// The same pattern with machine code; itself when it has some.
  ///
  /// A copy, since other threads may be matching with this one.
  package func withMachineCode() -> Pattern {
    guard !isJITCompiled, let copy = pcre2_code_copy_8(code) else { return self }
    return Pattern(self, copy)
  }

  /// - Parameter code: a copy of the other's, which this one frees.
  private init(_ other: Pattern, _ code: OpaquePointer) {
    self.code = code
    source = other.source
    options = other.options
    captureCount = other.captureCount
    groups = other.groups
    isJITCompiled = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
  }

  deinit { pcre2_code_free_8(code) }

  /// The number of a named group; nil when the pattern has none of that name.
  package func group(named name: String) -> Int? { groups[name] }

  private static func compile(
    _ source: String, _ options: Options
  ) throws(PatternError) -> OpaquePointer {
    var flags = PCRE2_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C
    if options.contains(.ignoresCase) { flags |= PCRE2_CASELESS }
    if options.contains(.anchored) { flags |= PCRE2_ANCHORED }
    if options.contains(.noStartOptimize) { flags |= PCRE2_NO_START_OPTIMIZE }
    if options.contains(.extended) { flags |= PCRE2_EXTENDED }
    // A literal pattern takes neither of the two safeguards; it cannot use what they forbid.
    if options.contains(.literal) {
      flags = flags & ~(PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C) | PCRE2_LITERAL
    }
    // What `.` and `$` call a line end must not depend on how the library was built.
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_UNICODE))

    var status: Int32 = 0
    var offset = 0
    var text = source
    let code = text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
        empty.initialize(repeating: 0)
        return pcre2_compile_8(
          bytes.baseAddress ?? UnsafePointer(empty.baseAddress), bytes.count, flags, &status,
          &offset, context)
      }
    }
    guard let code else {
      throw PatternError(code: status, offset: offset, message: errorMessage(status))
    }
    return code
  }

  /// The name table: entries of fixed size, two bytes of group number, then the name, then zero.
  private static func readGroups(of code: OpaquePointer) -> [String: Int] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table, count > 0 else { return [:] }
    var groups: [String: Int] = [:]
    for index in 0..<Int(count) {
      let entry = table + index * Int(size)
      groups[String(cString: entry + 2)] = Int(entry[0]) << 8 | Int(entry[1])
    }
    return groups
  }
}

/// libpcre2's own words for one of its codes.
func errorMessage(_ code: Int32) -> String {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
    let length = pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
    guard length > 0 else { return "error \(code)" }
    return String(decoding: buffer[..<Int(length)], as: UTF8.self)
  }
}
