import CKernels
package import ExpungeText
import Glibc

/// A file's bytes as UTF-8, and the way back to the file.
package struct DecodedText: Sendable {
  /// Valid UTF-8 without a byte-order mark and without NUL.
  package let text: [UInt8]
  package let encoding: TextEncoding
  /// From `text` to the file's bytes.
  package let source: SourceMap
}

/// Why a file's bytes are no text: one sentence that says where and what to do.
struct DecodingError: Error, Hashable {
  let reason: String

  static let binary = DecodingError(
    reason: "binary data: this is no text; save it as text, Markdown or HTML")
}

/// Tells a file's encoding by its byte-order mark or its bytes; nothing is guessed silently.
enum Decoding {
  /// UTF-8 and UTF-16 with a mark; UTF-8 without; else what a web page declares, if it is given.
  ///
  /// Bytes that are valid UTF-8 are UTF-8 whatever a page declares: other encodings do not look so
  /// by accident. O(n); the bytes themselves, not a copy, for UTF-8 without a mark.
  static func decode(
    _ bytes: [UInt8], declared: (_ bytes: [UInt8]) -> DeclaredEncoding? = { _ in nil }
  ) throws(DecodingError) -> DecodedText {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw DecodingError(reason: "the file is UTF-32; save it as UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, .utf16BigEndian) }
    if holdsNUL(bytes) { throw .binary }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let bad = firstInvalidByte(bytes) else {
      let text = mark == 0 ? bytes : Array(bytes[mark...])
      return DecodedText(
        text: text, encoding: .utf8, source: .identity(from: mark, count: text.count))
    }
    switch declared(bytes) {
    case .known(.windows1252): return windows1252(bytes)
    case .known, nil:
      throw DecodingError(reason: "not valid UTF-8 at byte \(bad); save it as UTF-8")
    case .unknown:
      throw DecodingError(
        reason: "not valid UTF-8 at byte \(bad), and the page declares an encoding that this "
          + "version does not convert; save it as UTF-8")
    }
  }

  private static func holdsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return memchr(base, 0, buffer.count) != nil
    }
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    let valid = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { expunge_utf8_valid_prefix($0, buffer.count) } ?? 0
    }
    if valid == bytes.count { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// One widened run for each stretch of ASCII, one changed run for each other character.
  private static func utf16(
    _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(DecodingError) -> DecodedText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    var runs: [SourceMap.Run] = []
    var index = 2
    let low = encoding == .utf16BigEndian ? 1 : 0
    func unit(_ place: Int) -> UInt16? {
      guard place + 2 <= bytes.count else { return nil }
      return UInt16(bytes[place + low]) | UInt16(bytes[place + 1 - low]) << 8
    }
    while index < bytes.count {
      let textStart = text.count
      let sourceStart = index
      while let ascii = unit(index), ascii < 0x80 {
        if ascii == 0 { throw .binary }
        text.append(UInt8(ascii))
        index += 2
      }
      if text.count > textStart {
        runs.append(
          SourceMap.Run(
            text: ByteRange(textStart, text.count), source: ByteRange(sourceStart, index),
            verbatim: false, widened: true))
        continue
      }
      let bad = DecodingError(reason: "not valid UTF-16 at byte \(index); save it as UTF-8")
      guard let first = unit(index) else { throw bad }
      var scalar = UInt32(first)
      index += 2
      if (0xD800..<0xDC00).contains(first) {
        guard let second = unit(index), (0xDC00..<0xE000).contains(second) else { throw bad }
        scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        index += 2
      }
      guard let valid = Unicode.Scalar(scalar) else { throw bad }
      text += UTF8.encode(valid).map(Array.init) ?? []
      runs.append(
        SourceMap.Run(
          text: ByteRange(textStart, text.count), source: ByteRange(sourceStart, index),
          verbatim: false))
    }
    return DecodedText(text: text, encoding: encoding, source: SourceMap(runs: runs))
  }

  private static func windows1252(_ bytes: [UInt8]) -> DecodedText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    var runs: [SourceMap.Run] = []
    var index = 0
    while index < bytes.count {
      let textStart = text.count
      let sourceStart = index
      let verbatim = bytes[index] < 0x80
      if verbatim {
        while index < bytes.count, bytes[index] < 0x80 {
          text.append(bytes[index])
          index += 1
        }
      } else {
        // Every value of the table is a scalar.
        if let scalar = Unicode.Scalar(Windows1252.scalar(for: bytes[index])) {
          text += UTF8.encode(scalar).map(Array.init) ?? []
        }
        index += 1
      }
      runs.append(
        SourceMap.Run(
          text: ByteRange(textStart, text.count), source: ByteRange(sourceStart, index),
          verbatim: verbatim))
    }
    return DecodedText(text: text, encoding: .windows1252, source: SourceMap(runs: runs))
  }
}
